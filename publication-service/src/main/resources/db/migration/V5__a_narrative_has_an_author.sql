-- The texts of before say nothing of who wrote them.
alter table narrative add column written_by text not null default '';
alter table narrative alter column written_by drop default;
