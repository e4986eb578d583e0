-- A schema of its own survives when the other tables are rebuilt from the topic; then it exists already.
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
  -- The bureau concerned; a dash for none.
  bureau    varchar(64)   not null,
  unit      varchar(64),
  resource  varchar(500)  not null,
  -- The person whom the office names as responsible, who need not be at the keyboard.
  stated_by varchar(200),
  before    jsonb,
  after     jsonb,
  reason    varchar(8000),
  constraint audit_entry_id_is_unique primary key (id)
);

create index if not exists audit_entries_by_bureau on audit.audit_entry (bureau, at);

-- One chain a bureau: each hash covers an entry, its position, and the hash before it.
create table if not exists audit.audit_chain (
  bureau    varchar(64) not null,
  position  bigint      not null,
  entry     bigint      not null,
  previous  varchar(64) not null,
  hash      varchar(64) not null,
  sealed_at timestamptz not null default now(),
  constraint audit_chain_has_one_entry_per_position primary key (bureau, position),
  constraint audit_chain_has_each_entry_once unique (entry),
  constraint positions_count_from_1 check (position >= 1)
);

create or replace function audit.reject_change() returns trigger language plpgsql as $$
begin
  raise exception 'The audit log is never changed' using errcode = 'restrict_violation';
end
$$;

create or replace trigger entries_are_never_changed
  before update or delete or truncate on audit.audit_entry
  for each statement execute function audit.reject_change();

create or replace trigger chain_is_never_changed
  before update or delete or truncate on audit.audit_chain
  for each statement execute function audit.reject_change();

grant usage on schema audit to ${service_role};
grant select, insert on audit.audit_entry, audit.audit_chain to ${service_role};
