-- A report begins with the first totals of its collection, and is based on the newest.
create table report (
    code            text        not null,
    totals_revision bigint      not null,
    -- The whole event: a later release may read more of it. Text, because no statement looks into it: parsing 30 KB of jsonb for each
    -- update costs more than all the rest.
    totals          text        not null,
    bureau          text        not null,
    bureau_name     text        not null,
    period_end      date        not null,
    -- Rules that these totals break.
    errors          int         not null,
    warnings        int         not null,
    updated_at      timestamptz not null default now(),
    constraint report_code_is_unique primary key (code),
    constraint totals_revisions_count_from_1 check (totals_revision >= 1)
);
-- The report of the year before is found by its bureau and the last day of its period.
create index reports_by_bureau_and_period on report (bureau, period_end);

create table narrative (
    report          text        not null,
    revision        bigint      not null,
    sections        jsonb       not null,
    written_by      text        not null,
    -- Names are stated freely; the subject is the caller's token's.
    written_subject text        not null,
    written_at      timestamptz not null,
    constraint report_has_one_narrative primary key (report),
    constraint narrative_belongs_to_a_report foreign key (report) references report (code),
    constraint narrative_revisions_count_from_1 check (revision >= 1)
);

create table decision (
    report     text        not null,
    -- A number or a contradiction of the text, by a name that it keeps while its sentence is the same.
    subject    text        not null,
    kind       text        not null,
    indicator  text,
    scope      jsonb,
    reason     text,
    decided_by text        not null,
    decided_at timestamptz not null,
    constraint subject_has_one_decision primary key (report, subject),
    constraint decision_belongs_to_a_report foreign key (report) references report (code)
);

-- Reviews and approvals are only ever added: the latest counts, and the earlier ones show how it came about.
create table review (
    id                 bigint generated always as identity,
    report             text        not null,
    narrative_revision bigint      not null,
    outcome            text        not null,
    ticket             text        not null,
    withheld           jsonb       not null,
    reviewed_by        text        not null,
    reviewed_subject   text        not null,
    reviewed_at        timestamptz not null,
    constraint review_has_an_id primary key (id),
    constraint review_belongs_to_a_report foreign key (report) references report (code)
);
create index reviews_by_report on review (report, id desc);

create table approval (
    id               bigint generated always as identity,
    report           text        not null,
    -- SHA-256 of everything that is approved.
    hash             text        not null,
    basis            text        not null,
    approved_by      text        not null,
    approved_subject text        not null,
    approved_at      timestamptz not null,
    constraint approval_has_an_id primary key (id),
    constraint approval_belongs_to_a_report foreign key (report) references report (code),
    constraint approval_hash_is_of_its_basis check (hash = encode(sha256(convert_to(basis, 'UTF8')), 'hex'))
);
create index approvals_by_report on approval (report, id desc);

create table omission (
    report    text        not null,
    unit      text        not null,
    reason    text        not null,
    stated_by text        not null,
    stated_at timestamptz not null,
    constraint unit_is_omitted_once primary key (report, unit),
    constraint omission_belongs_to_a_report foreign key (report) references report (code)
);

create table bureau_rules (
    bureau     text        not null,
    four_eyes  boolean     not null,
    changed_by text        not null,
    changed_at timestamptz not null,
    constraint bureau_has_one_set_of_rules primary key (bureau)
);

create table edition (
    report             text        not null,
    number             integer     not null,
    published_at       timestamptz not null,
    published_by       text        not null,
    reason             text,
    bureau             text        not null,
    form               text        not null,
    year               int         not null,
    totals_revision    bigint      not null,
    narrative_revision bigint      not null,
    approval           bigint      not null constraint edition_has_an_approval references approval (id),
    -- bytea, not json: the digest is of these very bytes.
    document           bytea       not null,
    digest             text        not null,
    -- A detached JWS over the document.
    signature          text        not null,
    constraint edition_number_is_unique primary key (report, number),
    constraint edition_belongs_to_a_report foreign key (report) references report (code),
    constraint editions_count_from_1 check (number >= 1),
    constraint correction_has_a_reason check (number = 1 or reason is not null),
    constraint digest_is_of_the_document check (digest = encode(sha256(document), 'hex'))
);
create index editions_by_bureau_and_year on edition (bureau, year);

create function reject_change_of_an_edition() returns trigger
language plpgsql as $$
begin
    raise exception 'A published edition never changes; publish a correction as the next one'
        using errcode = 'restrict_violation';
end
$$;

create trigger editions_never_change
    before update or delete on edition
    for each row execute function reject_change_of_an_edition();

create trigger editions_are_never_emptied
    before truncate on edition
    for each statement execute function reject_change_of_an_edition();

create table withdrawal (
    report       text        not null,
    number       integer     not null,
    reason       text        not null,
    withdrawn_by text        not null,
    withdrawn_at timestamptz not null,
    constraint edition_is_withdrawn_once primary key (report, number),
    constraint withdrawal_is_of_an_edition foreign key (report, number) references edition (report, number)
);

-- Every key that ever signed, so that its signatures can always be verified.
create table signing_key (
    kid   text        not null,
    jwk   text        not null,
    since timestamptz not null,
    constraint signing_key_id_is_unique primary key (kid)
);

-- Editions, the steps that led to them, and keys are for ever.
grant update on bureau_rules, decision, narrative, omission, report to ${service_role};
grant delete on decision, omission to ${service_role};
