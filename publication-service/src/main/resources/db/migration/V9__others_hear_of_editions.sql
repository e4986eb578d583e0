create table outbox (
    id         bigint generated always as identity,
    report     text        not null,
    key        text        not null,
    type       text        not null,
    payload    text        not null,
    created_at timestamptz not null,
    -- An edition with an embargo is told of when it is published.
    due_at     timestamptz not null,
    constraint outbox_in_order primary key (id)
);
create index outbox_by_what_is_due on outbox (due_at, id);
