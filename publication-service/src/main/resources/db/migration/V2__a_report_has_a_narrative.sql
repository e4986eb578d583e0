create table narrative (
    report     text        not null,
    revision   bigint      not null,
    sections   jsonb       not null,
    written_at timestamptz not null,
    constraint one_narrative_per_report primary key (report),
    constraint a_narrative_belongs_to_a_report foreign key (report) references report (code),
    constraint narrative_revisions_count_from_one check (revision >= 1)
);
