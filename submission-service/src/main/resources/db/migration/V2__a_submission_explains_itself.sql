-- What does not apply is neither 0 nor missing, and a warning that is not heeded has a reason.
alter table revision
  add column not_applicable jsonb        not null default '[]',
  add column explanations   jsonb        not null default '{}',
  -- How it came in: by the interface, from a workbook …
  add column source         varchar(16)  not null default 'API',
  -- The unit that filled it in for this one (代填).
  add column filled_in_by   varchar(64),
  -- The caller's own name for its request, so that it can be sent again.
  add column request_key    varchar(255);

create unique index one_revision_per_request on revision (collection, unit, request_key);
