-- The bureau's own figure for something that several units may have reported; what it was before stands in collection_change.
create table stated_value (
  collection varchar(64)   not null references collection,
  indicator  varchar(100)  not null,
  value      numeric       not null,
  reason     varchar(2000) not null,
  stated_by  varchar(100)  not null,
  stated_at  timestamptz   not null,
  constraint one_value_per_indicator primary key (collection, indicator)
);
