-- No reference to the roster: a submission may arrive before its unit is named there. It is kept, and counts as soon as it is.
create table submission (
  collection   text        not null references collection,
  unit         text        not null,
  revision     bigint      not null,
  state        text        not null,
  figures      jsonb       not null,
  submitted_at timestamptz not null,
  since        bigint      not null,
  -- Equal to `since` where a newer one arrived before anything counted.
  until        bigint,
  constraint one_submission_per_revision primary key (collection, unit, revision),
  constraint a_submission_is_draft_submitted_or_returned check (state in ('DRAFT', 'SUBMITTED', 'RETURNED')),
  constraint a_submission_ends_after_it_begins check (until >= since)
);

create unique index one_submission_is_current on submission (collection, unit) where until is null;
