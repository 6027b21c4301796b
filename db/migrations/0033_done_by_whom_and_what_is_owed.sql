-- Who recorded an improvement as done, which remedies are still owed and since when, and no date kept that follows from
-- others. Every table of landlords forces its row security.

-- Improvements: who recorded it as done stands in a column. When it is time to look whether the complaints stopped
-- follows from the day it was done and the weeks that are counted, so nothing can tell another day.
alter table improvement_plan
  add column done_by uuid,
  drop column review_on,
  add foreign key (landlord_id, done_by) references staff (landlord_id, id);
alter table improvement_plan
  add column review_on date generated always as (done_on + weeks * 7) stored,
  add check (state not in ('done', 'tested') or (done_on is not null and proof is not null));

-- Requests for what is held of a person: when one is due follows from the day it came and whether it was extended.
alter table subject_request
  drop column due_on,
  drop column extended_to;
alter table subject_request add check ((extended_told_on is null) = (extended_because is null));
create index subject_request_open on subject_request (landlord_id, received_on) where answered_on is null;

-- Remedies: what is still owed, and by when, as the history tells; the list of the late reads this index alone.
alter table remedy
  add column owed boolean not null default false,
  add column owed_by date;
create index remedy_owed on remedy (landlord_id, owed_by, remedy_id, case_id) where owed;

-- Papers of an Ombudsman about the landlord as a whole are brought to mind too, each once for each of its steps. Of an
-- order or a paper that states no date the step is 0, and the day the one on which it was made or came.
create table ombudsman_paper_reminder (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  paper_id uuid not null,
  due_on date not null,
  -- Below nought: after it.
  days_before smallint not null,
  sent_at timestamptz(3) not null default now(),
  primary key (landlord_id, paper_id, due_on, days_before),
  foreign key (landlord_id, paper_id) references ombudsman_paper
);
alter table ombudsman_paper_reminder enable row level security;
create policy landlord on ombudsman_paper_reminder
  using (landlord_id = nullif(current_setting('putright.landlord', true), '')::uuid)
  with check (landlord_id = nullif(current_setting('putright.landlord', true), '')::uuid);
grant select, insert on ombudsman_paper_reminder to putright_app;

-- What rows of an earlier release are without. It runs here, and after a backup of an earlier release was restored; the
-- owner sees the rows of all landlords while row security is not forced. Harmless when run again.
create function putright_carry_over() returns void
language plpgsql set search_path = public, pg_temp as $$
begin
  -- What was noted when it was done is 'Done: ' and its proof, word for word.
  update improvement_plan i set done_by = (
    select d.by_staff_id from improvement_change d
    where d.landlord_id = i.landlord_id and d.improvement_id = i.id and d.words = 'Done: ' || i.proof
    order by d.at desc limit 1)
  where i.done_on is not null and i.done_by is null;

  -- Causes that a landlord had put down in one level. Where it keeps a list of two levels by now, that list stands, and
  -- these are closed in it, so that old cases have their group.
  insert into cause_choice (landlord_id, name, group_name, position, closed)
  select s.landlord_id, left(c.name, 120), coalesce(u.group_name, 'Other causes'),
    row_number() over (partition by s.landlord_id order by min(coalesce(u.n, 99)), min(c.n)),
    exists (select from cause_choice k where k.landlord_id = s.landlord_id)
  from landlord_setting s
  cross join lateral jsonb_array_elements_text(
    case when jsonb_typeof(s.value) = 'array' then s.value else '[]' end) with ordinality as c (name, n)
  left join (values
    ('Appointment missed', 'Getting the work done', 1), ('Condition or damage not recognised', 'Getting the work done', 1),
    ('Delay by a contractor', 'Getting the work done', 1), ('Delay by us', 'Getting the work done', 1),
    ('Poor quality of work', 'Getting the work done', 1), ('Promise not kept', 'Keeping people informed', 2),
    ('Resident not kept informed', 'Keeping people informed', 2), ('Poor record keeping', 'Records and systems', 3),
    ('Staff conduct', 'People and teams', 4), ('Teams did not work together', 'People and teams', 4),
    ('Policy not followed', 'Rules and decisions', 5), ('Policy unfair or unclear', 'Rules and decisions', 5),
    ('Wrong decision', 'Rules and decisions', 5), ('Vulnerability not taken into account', 'Knowing the resident', 6),
    ('No failing found', 'Nothing went wrong', 7)
  ) as u (name, group_name, n) on u.name = c.name
  where s.name = 'causes' and c.name <> ''
  group by s.landlord_id, c.name, u.group_name
  on conflict do nothing;
  -- 'No failing found' is always there to be chosen.
  insert into cause_choice (landlord_id, name, group_name, position)
  select s.landlord_id, 'No failing found', 'Nothing went wrong', 999 from landlord_setting s
  where s.name = 'causes' and exists (select from cause_choice k where k.landlord_id = s.landlord_id)
  on conflict do nothing;
  delete from landlord_setting where name = 'causes';
end
$$;
revoke all on function putright_carry_over() from public;

alter table landlord_setting no force row level security;
alter table cause_choice no force row level security;
alter table improvement_plan no force row level security;
alter table improvement_change no force row level security;
select putright_carry_over();

-- Row security holds for the owner too, in every table; search goes through functions that know one landlord.
do $$
declare t text;
begin
  for t in
    select relname from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity and not relforcerowsecurity
      and relname not in ('search_case', 'search_name')
  loop
    execute format('alter table %I force row level security', t);
  end loop;
end
$$;
