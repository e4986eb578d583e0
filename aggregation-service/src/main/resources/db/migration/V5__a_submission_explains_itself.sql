-- What does not apply to a unit, and why it did not heed a warning: both go with its figures into the report.
alter table submission
  add column not_applicable jsonb not null default '[]',
  add column warnings       jsonb not null default '[]';
