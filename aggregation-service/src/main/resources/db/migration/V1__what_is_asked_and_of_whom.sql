-- A collection's revision counts the changes of its totals. Every fact about the collection is dated with it: a row is valid from
-- the totals' revision `since` up to, but not including, `until`; where that is null it is valid now. Rows are never changed but for
-- the one time their end is set, so the totals at any former revision can be put together again.
create table collection (
  code     text   not null,
  revision bigint not null,
  constraint one_clock_per_collection primary key (code),
  constraint revisions_count_from_0 check (revision >= 0)
);

-- Word for word as announced, so that it can be passed on unchanged; kept once for all collections that use it.
create table form (
  digest text not null,
  text   text not null,
  constraint one_form_per_digest primary key (digest)
);

create table announcement (
  collection  text        not null references collection,
  revision    bigint      not null,
  state       text        not null,
  bureau      text        not null,
  bureau_name text        not null,
  period_from date        not null,
  period_to   date        not null,
  compiled_by text        not null,
  deadline    timestamptz not null,
  form        text        not null references form,
  since       bigint      not null,
  until       bigint,
  constraint one_announcement_per_revision primary key (collection, revision),
  constraint a_collection_is_open_or_closed check (state in ('OPEN', 'CLOSED')),
  constraint an_announcement_ends_after_it_begins check (until > since)
);

create unique index one_announcement_is_current on announcement (collection) where until is null;

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
