create table report (
    code            text        not null,
    totals_revision bigint      not null,
    -- The event as it came, whole: a later release may read more of it without asking for it again.
    totals          jsonb       not null,
    arrived_at      timestamptz not null default now(),
    constraint one_row_per_report primary key (code),
    constraint revisions_count_from_one check (totals_revision >= 1)
);
