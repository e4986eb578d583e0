-- Names are stated freely. What was done before says nothing of who had signed in, and counts as nobody's: it is done again where the
-- bureau wants different people.
alter table narrative add column written_subject text not null default '';
alter table narrative alter column written_subject drop default;
alter table review add column reviewed_subject text not null default '';
alter table review alter column reviewed_subject drop default;
alter table approval add column approved_subject text not null default '';
alter table approval alter column approved_subject drop default;
