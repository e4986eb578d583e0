-- Of the request whose change is told: W3C's trace context.
alter table outbox add column traceparent text;
