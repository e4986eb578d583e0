alter table edition
    add column bureau    text,
    add column form      text,
    add column year      int,
    -- What was approved; null for editions of before there were approvals.
    add column approval  bigint references approval (id),
    -- Detached JWS over the document; null for editions of before there were signatures.
    add column signature text;
create index editions_by_bureau_and_year on edition (bureau, year);

-- Every key that ever signed, so that what it signed can be checked for ever.
create table signing_key (
    kid   text        not null,
    jwk   text        not null,
    since timestamptz not null,
    constraint one_row_per_key primary key (kid)
);

create table withdrawal (
    report       text        not null,
    number       integer     not null,
    reason       text        not null,
    withdrawn_by text        not null,
    withdrawn_at timestamptz not null,
    constraint an_edition_is_withdrawn_once primary key (report, number),
    constraint what_is_withdrawn_was_published foreign key (report, number) references edition (report, number)
);
