-- The service runs as a role that owns nothing: what it is not granted here, it cannot do, whatever it is made to try. A table that a
-- later migration makes can be read and added to; what more the service needs of it, that migration grants.
grant usage on schema public to ${service_role};
alter default privileges in schema public grant select, insert on tables to ${service_role};

grant select, insert on collection, collection_change, intake_position, outbox, revision, stated_value, unit, upward_report to ${service_role};
-- Neither revisions nor changes to collections: they are for ever.
grant update on collection, intake_position, stated_value, unit, upward_report to ${service_role};
grant delete on outbox, stated_value to ${service_role};
