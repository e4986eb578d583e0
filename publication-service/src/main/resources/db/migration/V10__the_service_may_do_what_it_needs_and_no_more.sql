-- The service runs as a role that owns nothing: what it is not granted here, it cannot do, whatever it is made to try. A table that a
-- later migration makes can be read and added to; what more the service needs of it, that migration grants.
grant usage on schema public to ${service_role};
alter default privileges in schema public grant select, insert on tables to ${service_role};

grant select, insert on approval, bureau_rules, decision, edition, intake_position, narrative, omission, outbox, report, review, signing_key, withdrawal to ${service_role};
-- Neither editions nor the steps that led to them, nor keys: they are for ever.
grant update on bureau_rules, decision, intake_position, narrative, omission, report to ${service_role};
grant delete on decision, omission, outbox to ${service_role};
