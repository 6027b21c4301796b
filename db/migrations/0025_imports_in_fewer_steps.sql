-- Fewer steps for each row of a register. A foreign key asks once for every row that is put in; a case of a register is
-- twelve rows, and asking was a fourth of PostgreSQL's work. What the keys promised is kept once for each statement.

-- 1 The history and its words belong to cases that are there: asked of all the rows of a statement at once ---------------

-- Always by the index: a plan that was made while the landlord was small is kept, and would read all heads ever after.
create function putright_cases_are_there() returns trigger
language plpgsql
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
begin
  if exists (
    select 1 from (select distinct landlord_id, case_id from fresh) f
    where not exists (
      select 1 from case_head h where h.landlord_id = f.landlord_id and h.case_id = f.case_id)
  ) then
    raise foreign_key_violation using
      message = format('a row of %s belongs to a case that is not there', tg_table_name);
  end if;
  return null;
end
$$;

alter table case_event drop constraint case_event_landlord_id_case_id_fkey;
create trigger cases_are_there after insert on case_event referencing new table as fresh
  for each statement execute function putright_cases_are_there();

alter table words drop constraint words_landlord_id_case_id_fkey;
create trigger cases_are_there after insert on words referencing new table as fresh
  for each statement execute function putright_cases_are_there();

-- 2 The register is worked out from the history, and `rebuild` compares the two. Its rows go when their case's row goes ---

do $$
declare t text;
begin
  foreach t in array array['complaint', 'stage', 'point', 'clock', 'counted_stage', 'shown', 'party'] loop
    execute format('alter table %I drop constraint %I', t, t || '_landlord_id_case_id_fkey');
  end loop;
end
$$;

create function putright_rows_go_with_their_case() returns trigger
language plpgsql as $$
begin
  delete from stage t using gone g where t.landlord_id = g.landlord_id and t.case_id = g.case_id;
  delete from point t using gone g where t.landlord_id = g.landlord_id and t.case_id = g.case_id;
  delete from clock t using gone g where t.landlord_id = g.landlord_id and t.case_id = g.case_id;
  delete from counted_stage t using gone g where t.landlord_id = g.landlord_id and t.case_id = g.case_id;
  delete from shown t using gone g where t.landlord_id = g.landlord_id and t.case_id = g.case_id;
  delete from party t using gone g where t.landlord_id = g.landlord_id and t.case_id = g.case_id;
  return null;
end
$$;

create trigger rows_go_with_their_case after delete on complaint referencing old table as gone
  for each statement execute function putright_rows_go_with_their_case();
