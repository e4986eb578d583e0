create table totals (
  collection  text        not null references collection,
  revision    bigint      not null,
  figures     jsonb       not null,
  computed_at timestamptz not null,
  constraint one_row_per_revision_of_the_totals primary key (collection, revision)
);
