-- A collection's revision is the clock of its totals, and every fact about the collection is dated with it. A row is valid from the
-- totals' revision `since` up to, but not including, `until`; where that is null it is valid now. Rows never change but for the one time
-- their end is set, so the totals at any former revision can be put together again.
create table collection (
  code     text   not null,
  revision bigint not null,
  constraint one_clock_per_collection primary key (code),
  constraint revisions_count_from_0 check (revision >= 0)
);

-- Word for word as announced, so that it can be published unchanged; stored once for all collections that use it.
create table form (
  digest text not null,
  text   text not null,
  constraint one_form_per_digest primary key (digest)
);

create table announcement (
  collection    text        not null references collection,
  revision      bigint      not null,
  state         text        not null,
  bureau        text        not null,
  bureau_name   text        not null,
  period_from   date        not null,
  period_to     date        not null,
  compiled_by   text        not null,
  deadline      timestamptz not null,
  form          text        not null references form,
  since         bigint      not null,
  until         bigint,
  stated_values jsonb       not null default '[]',
  constraint one_announcement_per_revision primary key (collection, revision),
  constraint a_collection_is_open_or_closed check (state in ('OPEN', 'CLOSED')),
  constraint an_announcement_ends_after_it_begins check (until > since)
);

create unique index one_announcement_is_current on announcement (collection) where until is null;
create index announcements_by_bureau_and_end on announcement (bureau, period_to) where until is null;

create table roster (
  collection   text   not null,
  unit         text   not null,
  -- The one that gave the unit this place; later ones may have left it there.
  announcement bigint not null,
  position     int    not null,
  name         text   not null,
  kind         text   not null,
  since        bigint not null,
  until        bigint,
  constraint one_place_per_unit_and_announcement primary key (collection, unit, announcement),
  constraint a_place_is_given_by_an_announcement foreign key (collection, announcement) references announcement,
  constraint a_place_ends_after_it_begins check (until > since)
);

create unique index one_place_is_current on roster (collection, unit) where until is null;

-- No reference to the roster: a submission may arrive before its unit is named there. It is stored, and counts as soon as it is.
create table submission (
  collection     text        not null references collection,
  unit           text        not null,
  revision       bigint      not null,
  state          text        not null,
  figures        jsonb       not null,
  submitted_at   timestamptz not null,
  since          bigint      not null,
  -- Equal to `since` where a newer one arrived before anything counted.
  until          bigint,
  -- The indicators that do not apply to the unit, and the warnings it gave a reason for: both go with its figures into the report.
  not_applicable jsonb       not null default '[]',
  warnings       jsonb       not null default '[]',
  -- The totals of the level below that the figures are.
  basis          jsonb,
  constraint one_submission_per_revision primary key (collection, unit, revision),
  constraint a_submission_is_draft_submitted_or_returned check (state in ('DRAFT', 'SUBMITTED', 'RETURNED')),
  constraint a_submission_ends_after_it_begins check (until >= since)
);

create unique index one_submission_is_current on submission (collection, unit) where until is null;
-- Few submissions are the totals of a level below, and every reader of totals looks for these.
create index submission_of_the_level_below on submission ((basis ->> 'collection'))
  where basis is not null and until is null;

create table totals (
  collection text        not null references collection,
  revision   bigint      not null,
  figures    jsonb       not null,
  -- The time of the latest event that the totals rest on, which a rebuild from the topic reaches again.
  as_of      timestamptz not null,
  -- The bureau's stated values, each with the bounds that held when these totals were made.
  stated     jsonb       not null default '[]',
  constraint one_row_per_revision_of_the_totals primary key (collection, revision)
);

-- The collections whose totals a recount has found wrong. All instances, and a restarted one, know them.
create table totals_astray (
  collection text        not null references collection,
  revision   bigint      not null,
  found_at   timestamptz not null,
  constraint one_alert_per_collection primary key (collection)
);

-- A mark for each collection whose latest totals are not published. The event is created when it is published, so a collection that
-- changes again meanwhile is published once.
create table totals_outbox (
  collection  text        not null references collection,
  revision    bigint      not null,
  -- The collection that was marked first is published first; a mark that is raised keeps its place.
  place       bigint      generated always as identity,
  -- Of the request whose change is published: W3C's trace context.
  traceparent text,
  marked_at   timestamptz not null default now(),
  constraint one_mark_per_collection primary key (collection)
);

create index marks_in_the_order_of_their_places on totals_outbox (place);

-- Totals and forms never change.
grant update on announcement, collection, roster, submission, totals_outbox to ${service_role};
grant delete on totals_astray, totals_outbox to ${service_role};
