alter table outbox
  -- Of the request whose change is told: W3C's trace context.
  add column traceparent text,
  add column marked_at   timestamptz not null default now();
