-- The service runs as a role that owns nothing: what it is not granted here, it cannot do, whatever it is made to try. A table that a
-- later migration makes can be read and added to; what more the service needs of it, that migration grants.
grant usage on schema public to ${service_role};
alter default privileges in schema public grant select, insert on tables to ${service_role};

grant select, insert on announcement, collection, form, intake_position, outbox, roster, submission, totals, totals_astray to ${service_role};
-- Neither totals nor forms: they are for ever.
grant update on announcement, collection, intake_position, outbox, roster, submission to ${service_role};
grant delete on outbox, totals_astray to ${service_role};
