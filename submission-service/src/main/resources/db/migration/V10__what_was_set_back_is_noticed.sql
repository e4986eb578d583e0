-- A position says something only of the log that it is in: one that was made anew begins again at 0.
alter table intake_position add column log text;

-- How far the log holds what this database knows that it told. What of ours stands in it beyond that was told before the database was
-- restored as it had been.
create table outbox_position (
  partition   int    not null,
  log         text   not null,
  next_offset bigint not null,
  constraint one_position_per_partition_that_is_told primary key (partition)
);

-- What others know of us and we do not. Neither units nor collections are referred to, for they may be lost as well.
create table lost_revision (
  collection varchar(64) not null,
  -- Empty where it is the collection's own revision.
  unit       varchar(64) not null,
  -- The latest that others know.
  number     bigint      not null,
  -- The latest before it that we have; 0 for none.
  kept       bigint      not null,
  found_at   timestamptz not null,
  constraint one_loss_per_submission primary key (collection, unit)
);

grant update on lost_revision, outbox_position to ${service_role};
