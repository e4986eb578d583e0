create table collection (
  code        varchar(64)  not null,
  revision    bigint       not null,
  state       varchar(16)  not null,
  bureau      varchar(64)  not null,
  bureau_name varchar(200) not null,
  period_from date         not null,
  period_to   date         not null,
  form        varchar(64)  not null,
  local_rows  jsonb        not null,
  compiled_by varchar(64)  not null,
  deadline    timestamptz  not null,
  -- The collection above that the totals are reported to, and the unit that the bureau is there (层层汇总上报).
  reports_to  varchar(64),
  reports_as  varchar(64),
  closed_by   varchar(100),
  constraint collection_code_is_unique primary key (code),
  constraint a_collection_is_open_or_closed check (state in ('OPEN', 'CLOSED')),
  constraint a_period_ends_after_it_begins check (period_from <= period_to),
  constraint upwards_is_a_collection_and_a_unit check ((reports_to is null) = (reports_as is null))
);

-- Last year's figures of a unit are found by bureau, form and the day its period ended.
create index collections_by_bureau_form_and_period on collection (bureau, form, period_to);

create index collections_by_what_they_report_to on collection (reports_to) where reports_to is not null;

create table collection_change (
  collection varchar(64)   not null references collection,
  revision   bigint        not null,
  what       varchar(2000) not null,
  reason     varchar(2000),
  made_by    varchar(100)  not null,
  made_at    timestamptz   not null,
  constraint one_change_per_revision_of_a_collection primary key (collection, revision)
);

create table unit (
  collection varchar(64)  not null references collection,
  code       varchar(64)  not null,
  name       varchar(200) not null,
  kind       varchar(64)  not null,
  position   int          not null,
  -- A unit that left the roster keeps its place, and so its revisions.
  on_roster  boolean      not null,
  constraint one_place_on_the_roster_per_unit primary key (collection, code)
);

-- A submission is its revisions; the greatest number is the current one.
create table revision (
  collection       varchar(64)  not null,
  unit             varchar(64)  not null,
  number           bigint       not null,
  state            varchar(16)  not null,
  figures          jsonb        not null,
  derived          jsonb        not null,
  not_applicable   jsonb        not null,
  explanations     jsonb        not null,
  remarks          varchar(2000),
  reason           varchar(2000),
  source           varchar(16)  not null,
  -- The unit that filled it in for this one (代填).
  filled_in_by     varchar(64),
  made_by          varchar(100) not null,
  made_at          timestamptz  not null,
  late             boolean      not null,
  -- The totals of the level below that the figures are.
  basis_collection varchar(64),
  basis_revision   bigint,
  basis_hash       varchar(64),
  -- Of two clerks who store the same revision at once, the second one must look again.
  constraint one_revision_per_number primary key (collection, unit, number),
  constraint a_revision_belongs_to_a_unit_on_the_roster foreign key (collection, unit) references unit,
  constraint revisions_count_from_1 check (number >= 1),
  constraint a_submission_is_draft_submitted_or_returned check (state in ('DRAFT', 'SUBMITTED', 'RETURNED'))
);

create function reject_change_of_a_revision() returns trigger language plpgsql as $$
begin
  raise exception 'A revision is never changed or deleted: make a new one';
end
$$;

create trigger revisions_are_never_changed_or_deleted
  before update or delete or truncate on revision
  for each statement execute function reject_change_of_a_revision();

-- The bureau's own figure for something that several units may have reported; its earlier values are in collection_change.
create table stated_value (
  collection varchar(64)   not null references collection,
  indicator  varchar(100)  not null,
  value      numeric       not null,
  reason     varchar(2000) not null,
  stated_by  varchar(100)  not null,
  stated_at  timestamptz   not null,
  constraint one_value_per_indicator primary key (collection, indicator)
);

-- The result of reporting a collection's totals upwards.
create table upward_report (
  collection      varchar(64)   not null references collection,
  totals_revision bigint        not null,
  totals          text          not null,
  -- The revision of the submission in the collection above; null if nothing was ever filed.
  filed_as        bigint,
  problem         varchar(64),
  problem_zh      varchar(8000),
  problem_en      varchar(8000),
  made_at         timestamptz   not null,
  constraint one_upward_report_per_collection primary key (collection)
);

-- Reading and adding are granted already. Revisions and changes of collections are never changed.
grant update on collection, stated_value, unit, upward_report to ${service_role};
grant delete on stated_value to ${service_role};
