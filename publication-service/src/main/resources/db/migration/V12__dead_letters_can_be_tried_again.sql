-- An event that could not be taken in, as it came: so that it can be explained, and tried again.
create table dead_letter (
  id           bigint      generated always as identity,
  topic        text        not null,
  partition    int         not null,
  log_offset   bigint      not null,
  written_at   timestamptz not null,
  record_key   bytea,
  headers      jsonb       not null,
  size         int         not null,
  -- The largest are kept in the topic of dead letters alone.
  kept         boolean     not null,
  record_value bytea,
  reason       text        not null,
  found_at     timestamptz not null,
  state        text        not null default 'WAITING',
  constraint dead_letters_are_counted primary key (id),
  -- With its time: a topic that was made anew counts from 0 again.
  constraint one_dead_letter_per_event unique (topic, partition, log_offset, written_at),
  constraint a_dead_letter_waits_or_was_applied check (state in ('WAITING', 'APPLIED'))
);

create index dead_letters_that_wait on dead_letter (id) where state = 'WAITING';

create table dead_letter_replay (
  id          bigint      generated always as identity,
  dead_letter bigint      not null references dead_letter,
  made_at     timestamptz not null,
  made_by     text        not null,
  outcome     text        not null,
  reason      text,
  constraint replays_are_counted primary key (id),
  constraint a_replay_was_applied_or_refused check (outcome in ('APPLIED', 'REFUSED'))
);

create index replays_by_dead_letter on dead_letter_replay (dead_letter);

grant update (state) on dead_letter to ${service_role};
