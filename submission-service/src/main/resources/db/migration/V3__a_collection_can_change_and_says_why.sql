-- A unit that left the roster keeps its place, and so its revisions.
alter table unit add column on_roster boolean not null default true;

alter table collection add column local_rows jsonb not null default '[]';

create table collection_change (
  collection varchar(64)   not null references collection,
  revision   bigint        not null,
  what       varchar(2000) not null,
  reason     varchar(2000),
  made_by    varchar(100)  not null,
  made_at    timestamptz   not null,
  constraint one_change_per_revision_of_a_collection primary key (collection, revision)
);

-- Last year's figures of a unit are found by bureau, form and the day its period ended.
create index collections_by_bureau_form_and_period on collection (bureau, form, period_to);
