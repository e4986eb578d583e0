create table decision (
    report     text        not null,
    -- A number or a contradiction of the text, by a name that it keeps while its sentence stands.
    subject    text        not null,
    kind       text        not null,
    indicator  text,
    scope      jsonb,
    reason     text,
    decided_by text        not null,
    decided_at timestamptz not null,
    constraint one_decision_per_subject primary key (report, subject),
    constraint a_decision_belongs_to_a_report foreign key (report) references report (code)
);
