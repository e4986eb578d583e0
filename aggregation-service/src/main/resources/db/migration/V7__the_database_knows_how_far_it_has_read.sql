-- How far the log has been taken in, written in the transaction that took it in. A database that is emptied, or restored as it was
-- yesterday, reads on from where it stands.
create table intake_position (
  topic       text   not null,
  partition   int    not null,
  next_offset bigint not null,
  constraint one_position_per_partition primary key (topic, partition)
);
