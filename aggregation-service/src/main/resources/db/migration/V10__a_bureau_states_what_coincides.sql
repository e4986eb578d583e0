alter table announcement
  add column stated_values jsonb not null default '[]';

-- What the bureau stated, and between what it had to lie when these totals were made.
alter table totals
  add column stated jsonb not null default '[]';
