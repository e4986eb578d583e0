create table sample (
  name  text   not null,
  value bigint not null,
  constraint one_value_per_sample primary key (name),
  constraint sample_is_not_negative check (value >= 0)
);

grant update on sample to ${service_role};
