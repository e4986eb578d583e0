-- A position says something only of the log that it is in: one that was made anew begins again at 0.
alter table intake_position add column log text;

-- The logs that were told everything; another one is told everything again.
create table outbox_log (
    log     text        not null,
    told_at timestamptz not null default now(),
    constraint one_entry_per_log primary key (log)
);

-- Totals are told with a revision that is smaller than the one the report rests on: whoever counts them has been set back.
alter table report add column source_revision bigint;
