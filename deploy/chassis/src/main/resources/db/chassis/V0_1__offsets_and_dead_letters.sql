-- The service connects as a role that owns nothing and may do only what it is granted. It may read and add to the tables of later
-- migrations; a migration whose table needs more grants that itself.
grant usage on schema public to ${service_role};
alter default privileges in schema public grant select, insert on tables to ${service_role};

-- The next event to consume of each partition. It is stored with the effects of the events, in one transaction.
create table consumer_offset (
  topic       text   not null,
  partition   int    not null,
  next_offset bigint not null,
  -- Kafka's id of the topic: a recreated topic begins again at 0.
  topic_id    text,
  constraint one_offset_per_partition primary key (topic, partition)
);

-- An event that could not be processed, as Kafka had it, so that it can be explained and replayed.
create table dead_letter (
  id            bigint      generated always as identity,
  topic         text        not null,
  partition     int         not null,
  record_offset bigint      not null,
  written_at    timestamptz not null,
  record_key    bytea,
  headers       jsonb       not null,
  size          int         not null,
  -- The largest are kept in the dead-letter topic alone.
  kept          boolean     not null,
  record_value  bytea,
  reason        text        not null,
  found_at      timestamptz not null,
  state         text        not null default 'WAITING',
  constraint dead_letter_has_an_id primary key (id),
  -- With the time: a recreated topic counts from 0 again.
  constraint one_dead_letter_per_event unique (topic, partition, record_offset, written_at),
  constraint dead_letter_is_waiting_or_applied check (state in ('WAITING', 'APPLIED'))
);

create index dead_letter_waiting on dead_letter (id) where state = 'WAITING';

create table dead_letter_replay (
  id          bigint      generated always as identity,
  dead_letter bigint      not null constraint replay_is_of_a_dead_letter references dead_letter,
  made_at     timestamptz not null,
  made_by     text        not null,
  outcome     text        not null,
  reason      text,
  constraint replay_has_an_id primary key (id),
  constraint replay_was_applied_or_refused check (outcome in ('APPLIED', 'REFUSED'))
);

create index dead_letter_replay_by_dead_letter on dead_letter_replay (dead_letter);

grant update on consumer_offset to ${service_role};
grant update (state) on dead_letter to ${service_role};
