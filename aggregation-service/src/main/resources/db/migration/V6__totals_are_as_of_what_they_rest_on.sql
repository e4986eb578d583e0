-- The time of the latest event that the totals rest on, which a rebuild from the log comes to again.
alter table totals rename column computed_at to as_of;
