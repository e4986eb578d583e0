create table edition (
    report             text        not null,
    number             integer     not null,
    published_at       timestamptz not null,
    published_by       text        not null,
    reason             text,
    totals_revision    bigint      not null,
    narrative_revision bigint      not null,
    -- bytea, not json: these very bytes were published, and are what the digest is of.
    document           bytea       not null,
    digest             text        not null,
    constraint one_edition_per_number primary key (report, number),
    constraint an_edition_belongs_to_a_report foreign key (report) references report (code),
    constraint editions_count_from_one check (number >= 1),
    constraint a_correction_has_a_reason check (number = 1 or reason is not null),
    constraint the_digest_is_of_the_document check (digest = encode(sha256(document), 'hex'))
);

create function refuse_to_change_an_edition() returns trigger
language plpgsql as $$
begin
    raise exception 'A published edition never changes; publish a correction as the next one'
        using errcode = 'restrict_violation';
end
$$;

create trigger editions_never_change
    before update or delete on edition
    for each row execute function refuse_to_change_an_edition();

create trigger editions_are_never_emptied
    before truncate on edition
    for each statement execute function refuse_to_change_an_edition();
