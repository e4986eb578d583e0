-- What happened and Kafka has not yet been told. Rows leave in the order of their ids.
create table outbox (
  id         bigint generated always as identity,
  collection text        not null,
  key        text        not null,
  type       text        not null,
  payload    text        not null,
  created_at timestamptz not null,
  constraint outbox_id_is_unique primary key (id)
);
