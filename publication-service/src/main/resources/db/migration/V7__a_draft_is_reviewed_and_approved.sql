-- Steps are only ever added: the latest counts, and the earlier ones tell how it came to be.
create table review (
    id                 bigint generated always as identity,
    report             text        not null,
    narrative_revision bigint      not null,
    outcome            text        not null,
    ticket             text        not null,
    withheld           jsonb       not null,
    reviewed_by        text        not null,
    reviewed_at        timestamptz not null,
    constraint reviews_are_counted primary key (id),
    constraint a_review_belongs_to_a_report foreign key (report) references report (code)
);
create index reviews_by_report on review (report, id desc);

create table approval (
    id          bigint generated always as identity,
    report      text        not null,
    -- Of the basis: all that the approval speaks of.
    hash        text        not null,
    basis       text        not null,
    approved_by text        not null,
    approved_at timestamptz not null,
    constraint approvals_are_counted primary key (id),
    constraint an_approval_belongs_to_a_report foreign key (report) references report (code),
    constraint the_hash_is_of_the_basis check (hash = encode(sha256(convert_to(basis, 'UTF8')), 'hex'))
);
create index approvals_by_report on approval (report, id desc);

create table omission (
    report    text        not null,
    unit      text        not null,
    reason    text        not null,
    stated_by text        not null,
    stated_at timestamptz not null,
    constraint one_omission_per_unit primary key (report, unit),
    constraint an_omission_belongs_to_a_report foreign key (report) references report (code)
);

create table bureau_rules (
    bureau     text        not null,
    four_eyes  boolean     not null,
    changed_by text        not null,
    changed_at timestamptz not null,
    constraint one_set_of_rules_per_bureau primary key (bureau)
);

-- The year before's report is found by its bureau and the day its period ends.
create index reports_by_bureau_and_period on report ((totals -> 'bureau' ->> 'code'), (totals -> 'period' ->> 'to'));
