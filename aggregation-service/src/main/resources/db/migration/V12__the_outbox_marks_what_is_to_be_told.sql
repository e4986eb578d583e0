-- A mark for each collection whose latest totals Kafka has not been told. The event is made when it is sent, so a collection that
-- changes again meanwhile is told once.
drop table outbox;

create table outbox (
  collection text   not null references collection,
  revision   bigint not null,
  -- Who was marked first is told first; a mark that is raised keeps its place.
  place      bigint generated always as identity,
  constraint one_mark_per_collection primary key (collection)
);

create index marks_in_the_order_of_their_places on outbox (place);

insert into outbox (collection, revision)
select code, revision
from collection
where revision > 0;
