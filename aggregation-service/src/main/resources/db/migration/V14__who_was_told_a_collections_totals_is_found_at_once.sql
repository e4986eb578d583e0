-- Few submissions are the totals of a level below; whoever reads totals asks for these.
create index submission_of_the_level_below on submission ((basis ->> 'collection'))
  where basis is not null and until is null;
