create index announcements_by_bureau_and_end on announcement (bureau, period_to) where until is null;
