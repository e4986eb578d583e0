-- Totals that a recount has found to be wrong, until one finds them right. Every instance knows, and a restart does not forget.
create table totals_astray (
  collection text        not null references collection,
  revision   bigint      not null,
  found_at   timestamptz not null,
  constraint one_alarm_per_collection primary key (collection)
);
