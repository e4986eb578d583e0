-- Events that were committed and are not published yet, in the order in which they are published.
create table outbox (
  id            bigint      generated always as identity,
  partition_key text        not null,
  key           text        not null,
  type          text        not null,
  payload       text        not null,
  headers       jsonb       not null,
  -- Of the request that caused the event: W3C's trace context.
  traceparent   text,
  created_at    timestamptz not null,
  constraint outbox_event_has_an_id primary key (id)
);

-- The topics that were published to, by Kafka's id. To any other, everything is published again.
create table outbox_topic (
  topic_id text not null,
  constraint topic_is_recorded_once primary key (topic_id)
);

grant delete on outbox to ${service_role};
