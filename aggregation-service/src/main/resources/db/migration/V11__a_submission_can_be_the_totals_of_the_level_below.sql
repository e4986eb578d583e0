alter table submission
  add column basis jsonb;
