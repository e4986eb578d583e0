-- Who did what. In a schema of its own, which a rebuild of the other tables from the log leaves as it is; then it is here already.
create schema if not exists audit;

create table if not exists audit.audit_entry (
  id        bigint        generated always as identity,
  at        timestamptz   not null,
  subject   varchar(255)  not null,
  name      varchar(200),
  roles     jsonb         not null,
  client    varchar(64),
  request   varchar(64),
  action    varchar(64)   not null,
  -- Whose affair it is. What concerns no bureau has a dash.
  bureau    varchar(64)   not null,
  unit      varchar(64),
  resource  varchar(500)  not null,
  -- Whom the office names as responsible, who need not be at the keyboard.
  stated_by varchar(200),
  before    jsonb,
  after     jsonb,
  reason    varchar(8000),
  constraint audit_entry_id_is_unique primary key (id)
);

create index if not exists audit_entries_by_bureau on audit.audit_entry (bureau, at);

-- A chain a bureau: each hash covers an entry, its position, and the hash before it.
create table if not exists audit.audit_seal (
  bureau    varchar(64) not null,
  position  bigint      not null,
  entry     bigint      not null,
  previous  varchar(64) not null,
  hash      varchar(64) not null,
  sealed_at timestamptz not null default now(),
  constraint one_seal_per_position primary key (bureau, position),
  constraint one_seal_per_entry unique (entry),
  constraint positions_count_from_1 check (position >= 1)
);

create or replace function audit.refuse_to_change_the_trail() returns trigger language plpgsql as $$
begin
  raise exception 'The audit trail is never changed' using errcode = 'restrict_violation';
end
$$;

create or replace trigger entries_are_never_changed
  before update or delete or truncate on audit.audit_entry
  for each statement execute function audit.refuse_to_change_the_trail();

create or replace trigger seals_are_never_changed
  before update or delete or truncate on audit.audit_seal
  for each statement execute function audit.refuse_to_change_the_trail();

grant usage on schema audit to ${service_role};
grant select, insert on audit.audit_entry, audit.audit_seal to ${service_role};
