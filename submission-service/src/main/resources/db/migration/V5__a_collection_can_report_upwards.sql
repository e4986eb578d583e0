-- A bureau is itself a unit of the collection above (层层汇总上报).
alter table collection
  add column reports_to      varchar(64),
  add column reports_as      varchar(64),
  add column closed_by       varchar(100),
  add constraint upwards_is_a_collection_and_a_unit check ((reports_to is null) = (reports_as is null));

create index collections_by_what_they_report_to on collection (reports_to) where reports_to is not null;

-- Which totals a revision was made of, when it came from the level below.
alter table revision
  add column basis_collection varchar(64),
  add column basis_revision   bigint,
  add column basis_hash       varchar(64);

-- What has come of reporting a collection's totals upwards.
create table upward_report (
  collection      varchar(64)   not null references collection,
  totals_revision bigint        not null,
  totals          text          not null,
  -- The revision that they are in the collection above; null where they were refused.
  filed_as        bigint,
  problem         varchar(64),
  problem_zh      varchar(8000),
  problem_en      varchar(8000),
  made_at         timestamptz   not null,
  constraint one_upward_report_per_collection primary key (collection)
);

-- How far the log has been taken in, written in the transaction that took it in. A database that is emptied, or restored as it was
-- yesterday, reads on from where it stands.
create table intake_position (
  topic       text   not null,
  partition   int    not null,
  next_offset bigint not null,
  constraint one_position_per_partition primary key (topic, partition)
);
