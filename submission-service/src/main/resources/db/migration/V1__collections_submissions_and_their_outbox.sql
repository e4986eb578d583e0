create table collection (
  code        varchar(64)  not null,
  revision    bigint       not null,
  state       varchar(16)  not null,
  bureau      varchar(64)  not null,
  bureau_name varchar(200) not null,
  period_from date         not null,
  period_to   date         not null,
  form        varchar(64)  not null,
  compiled_by varchar(64)  not null,
  deadline    timestamptz  not null,
  constraint collection_code_is_unique primary key (code),
  constraint a_collection_is_open_or_closed check (state in ('OPEN', 'CLOSED')),
  constraint a_period_ends_after_it_begins check (period_from <= period_to)
);

create table unit (
  collection varchar(64)  not null references collection,
  code       varchar(64)  not null,
  name       varchar(200) not null,
  kind       varchar(64)  not null,
  position   int          not null,
  constraint one_place_on_the_roster_per_unit primary key (collection, code)
);

-- A submission is its revisions: the greatest number is where it stands.
create table revision (
  collection varchar(64)  not null,
  unit       varchar(64)  not null,
  number     bigint       not null,
  state      varchar(16)  not null,
  figures    jsonb        not null,
  derived    jsonb        not null,
  remarks    varchar(2000),
  reason     varchar(2000),
  made_by    varchar(100) not null,
  made_at    timestamptz  not null,
  late       boolean      not null,
  -- Two clerks who make the same revision at once: the second insert fails, and is told what changed.
  constraint one_revision_per_number primary key (collection, unit, number),
  constraint a_revision_belongs_to_a_unit_on_the_roster foreign key (collection, unit) references unit,
  constraint revisions_count_from_1 check (number >= 1),
  constraint a_submission_is_draft_submitted_or_returned check (state in ('DRAFT', 'SUBMITTED', 'RETURNED'))
);

create function refuse_to_change_a_revision() returns trigger language plpgsql as $$
begin
  raise exception 'A revision is never changed or deleted: make a new one';
end
$$;

create trigger revisions_are_never_changed_or_deleted
  before update or delete or truncate on revision
  for each statement execute function refuse_to_change_a_revision();

-- What happened and Kafka has not yet been told. Rows leave in the order of their ids.
create table outbox (
  id         bigint generated always as identity,
  collection varchar(64) not null,
  key        varchar(200) not null,
  type       varchar(100) not null,
  payload    text        not null,
  created_at timestamptz not null,
  constraint outbox_id_is_unique primary key (id)
);
