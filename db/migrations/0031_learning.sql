-- Improvements, causes, themes and what is shared.

-- Causes: what lies behind complaints, chosen from two levels that the landlord keeps. The history holds the name; what
-- is taken out of the list is closed, so that old cases keep their group. A landlord without rows has the usual list.
create table cause_choice (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  name text not null check (name <> '' and length(name) <= 120),
  group_name text not null check (group_name <> '' and length(group_name) <= 120),
  position smallint not null,
  closed boolean not null default false,
  primary key (landlord_id, name)
);
alter table cause_choice enable row level security;
alter table cause_choice force row level security;
create policy landlord on cause_choice
  using (landlord_id = nullif(current_setting('putright.landlord', true), '')::uuid)
  with check (landlord_id = nullif(current_setting('putright.landlord', true), '')::uuid);
grant select, insert, update on cause_choice to putright_app;

-- What a landlord had put down in one level stays; it finds its groups where the usual list knows them.
insert into cause_choice (landlord_id, name, group_name, position)
select s.landlord_id, left(c.name, 120), coalesce(u.group_name, 'Other causes'),
  row_number() over (partition by s.landlord_id order by min(coalesce(u.n, 99)), min(c.n))
from landlord_setting s
cross join lateral jsonb_array_elements_text(s.value) with ordinality as c (name, n)
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
where s.name = 'causes' and jsonb_typeof(s.value) = 'array' and c.name <> ''
group by s.landlord_id, c.name, u.group_name;
-- 'No failing found' is always there to be chosen.
insert into cause_choice (landlord_id, name, group_name, position)
select distinct landlord_id, 'No failing found', 'Nothing went wrong', 999 from cause_choice
on conflict do nothing;
delete from landlord_setting where name = 'causes';

-- Improvements -------------------------------------------------------------------------------------------------------

-- What is changed because of complaints, once, however many cases it came from. Which cases those are stands in their
-- histories (the table improvement); here stands what is the improvement's own: who sees to it, by when, its proof.
create table improvement_plan (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  kind text not null check (kind in ('corrective', 'preventive')),
  title text not null check (title <> '' and length(title) <= 200),
  aim text not null default '',
  owner_id uuid not null,
  due_on date not null,
  opened_on date not null,
  opened_by uuid not null,
  state text not null default 'open' check (state in ('open', 'done', 'tested', 'closed')),
  -- The complaints that it is to stop, counted before and after: whichever of these are chosen, together.
  about_cause text,
  about_category text,
  about_area text,
  about_block text,
  weeks smallint not null check (weeks between 4 and 52),
  done_on date,
  proof text,
  proof_piece uuid,
  review_on date,
  closed_on date,
  closed_by uuid,
  closed_words text,
  version integer not null default 1 check (version > 0),
  primary key (landlord_id, id),
  foreign key (landlord_id, owner_id) references staff (landlord_id, id),
  foreign key (landlord_id, opened_by) references staff (landlord_id, id),
  foreign key (landlord_id, closed_by) references staff (landlord_id, id),
  foreign key (landlord_id, proof_piece) references evidence_piece (landlord_id, id),
  check (state not in ('done', 'tested') or (done_on is not null and proof is not null and review_on is not null)),
  check ((state = 'closed') = (closed_on is not null)),
  check ((closed_on is null) = (closed_words is null))
);
create index improvement_plan_by_date on improvement_plan (landlord_id, due_on) where state = 'open';
create index improvement_cases on improvement (landlord_id, improvement_id);

-- Did the complaints stop? The numbers as they stood on the day of the review, and what a person made of them.
create table improvement_review (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  improvement_id uuid not null,
  n smallint not null,
  reviewed_on date not null,
  reviewed_by uuid not null,
  worked boolean not null,
  words text not null check (words <> ''),
  done_on date not null,
  days smallint not null check (days > 0),
  before_n integer not null,
  before_all integer not null,
  after_n integer not null,
  after_all integer not null,
  primary key (landlord_id, improvement_id, n),
  foreign key (landlord_id, improvement_id) references improvement_plan,
  foreign key (landlord_id, reviewed_by) references staff (landlord_id, id)
);

-- What was changed of it, by whom and why.
create table improvement_change (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  improvement_id uuid not null,
  id uuid not null default gen_random_uuid(),
  at timestamptz(3) not null default now(),
  by_staff_id uuid,
  words text not null check (words <> ''),
  primary key (landlord_id, improvement_id, id),
  foreign key (landlord_id, improvement_id) references improvement_plan
);

-- Which reminders went to whoever sees to it: one a day at most.
create table improvement_reminder (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  improvement_id uuid not null,
  on_day date not null,
  primary key (landlord_id, improvement_id, on_day),
  foreign key (landlord_id, improvement_id) references improvement_plan
);

do $$
declare t text;
begin
  foreach t in array array['improvement_plan', 'improvement_review', 'improvement_change', 'improvement_reminder'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy landlord on %I '
      'using (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid) '
      'with check (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid)', t);
  end loop;
end
$$;

grant select, insert, update on improvement_plan to putright_app;
grant select, insert on improvement_review, improvement_change, improvement_reminder to putright_app;

-- Themes -------------------------------------------------------------------------------------------------------------

-- The words in which residents tell of their complaints, each once. Worked out from what they wrote, which can be erased:
-- a word that no case has any more goes with it.
create table theme_term (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id integer generated always as identity,
  term text collate "C" not null check (term <> ''),
  primary key (landlord_id, id),
  unique (landlord_id, term)
);

-- Which of them each case has, and of which version of its history that is told. A case without a row, or with an older
-- version, waits to be read.
create table theme_case (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  case_id uuid not null,
  version integer not null,
  terms integer[] not null,
  primary key (landlord_id, case_id),
  foreign key (landlord_id, case_id) references case_head
);
comment on table theme_term is 'derived';
comment on table theme_case is 'derived';

-- A word that a person has left out: somebody's name that no list knows, or a word that tells nothing.
create table theme_left_out (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  term text collate "C" not null check (term <> ''),
  left_out_by uuid not null,
  left_out_at timestamptz(3) not null default now(),
  primary key (landlord_id, term),
  foreign key (landlord_id, left_out_by) references staff (landlord_id, id)
);

-- What may be wrong in more than one home: put to the senior lead for complaints by a person or by a rule, and answered.
create table theme_risk (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  theme text not null check (theme in ('area', 'category', 'cause', 'contractor', 'block', 'ward', 'words', 'other')),
  -- By which the group is found again; null for what is no group.
  key text,
  -- The group as it was called; null for a word of residents, which is shown only while it may be.
  called text,
  -- The first day of the month in which it was seen, and how many cases there were in it.
  month date not null,
  cases integer,
  -- Why: the sentence of the rule, or what the person wrote.
  why text not null check (why <> ''),
  -- Null when the rule proposed it.
  raised_by uuid,
  raised_at timestamptz(3) not null default now(),
  answered_by uuid,
  answered_at timestamptz(3),
  answered_as text check (answered_as in ('systemic', 'watched', 'not-systemic')),
  answer text,
  primary key (landlord_id, id),
  foreign key (landlord_id, raised_by) references staff (landlord_id, id),
  foreign key (landlord_id, answered_by) references staff (landlord_id, id),
  check ((answered_at is null) = (answered_by is null)),
  check ((answered_at is null) = (answered_as is null)),
  check ((answered_at is null) = (answer is null))
);
create index theme_risk_open on theme_risk (landlord_id, raised_at) where answered_at is null;
-- The rule proposes the same thing of the same month once.
create unique index theme_risk_by_rule on theme_risk (landlord_id, theme, key, month) where raised_by is null;

-- Sharing what was learned -------------------------------------------------------------------------------------------

-- A text for those who are told: what people said, what was done.
create table shared_text (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  audience text not null check (audience in ('residents', 'panel', 'staff', 'handlers', 'board')),
  title text not null check (title <> ''),
  opening text not null default '',
  version integer not null default 1 check (version > 0),
  made_by uuid not null,
  made_at timestamptz(3) not null default now(),
  primary key (landlord_id, id),
  foreign key (landlord_id, made_by) references staff (landlord_id, id)
);

-- Each thing that was said and what was done of it, in a person's own words. Until a person wrote them, what the case
-- taught is read from the case itself and no copy is kept.
create table shared_item (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  text_id uuid not null,
  id uuid not null,
  n integer not null,
  area text not null default '',
  said text not null default '',
  did text not null default '',
  -- What it is written from: an entry of a case, or an improvement.
  case_id uuid,
  seq integer,
  improvement_id uuid,
  primary key (landlord_id, text_id, id),
  foreign key (landlord_id, text_id) references shared_text on delete cascade,
  foreign key (landlord_id, case_id) references case_head
);
create index shared_item_of_case on shared_item (landlord_id, case_id) where case_id is not null;

-- What the check named and a person has looked at and lets stand, with their reason. It holds for those very words: the
-- digest is of what was named and of the sentence it stands in.
create table shared_let_stand (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  text_id uuid not null,
  digest bytea not null check (length(digest) = 32),
  reason text not null check (reason <> ''),
  by_staff_id uuid not null,
  at timestamptz(3) not null default now(),
  primary key (landlord_id, text_id, digest),
  foreign key (landlord_id, text_id) references shared_text on delete cascade,
  foreign key (landlord_id, by_staff_id) references staff (landlord_id, id)
);

-- What stood, word for word, when it was told, and where and when: the log. On the residents' site the last one stands
-- until it is taken down.
create table shared_log (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  text_id uuid not null,
  id uuid not null,
  way text not null check (way in ('site', 'newsletter', 'email', 'meeting', 'noticeboard', 'social-media', 'other')),
  place text not null default '',
  shared_on date not null,
  version integer not null,
  title text not null,
  opening text not null,
  items jsonb not null,
  by_staff_id uuid not null,
  at timestamptz(3) not null default now(),
  taken_down_on date,
  taken_down_because text,
  primary key (landlord_id, text_id, id),
  foreign key (landlord_id, text_id) references shared_text on delete cascade,
  foreign key (landlord_id, by_staff_id) references staff (landlord_id, id),
  check ((taken_down_on is null) = (taken_down_because is null))
);
create index shared_log_on_site on shared_log (landlord_id, shared_on) where way = 'site' and taken_down_on is null;

do $$
declare t text;
begin
  foreach t in array array[
    'theme_term', 'theme_case', 'theme_left_out', 'theme_risk', 'shared_text', 'shared_item', 'shared_let_stand',
    'shared_log'
  ] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy landlord on %I '
      'using (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid) '
      'with check (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid)', t);
  end loop;
end
$$;

grant select, insert, update, delete on theme_case, shared_item to putright_app;
grant select, insert, delete on theme_term, theme_left_out, shared_let_stand to putright_app;
grant select, insert on theme_risk, shared_text, shared_log to putright_app;
grant update (answered_by, answered_at, answered_as, answer) on theme_risk to putright_app;
grant update (title, opening, version) on shared_text to putright_app;
grant update (taken_down_on, taken_down_because) on shared_log to putright_app;

-- Which of these words stand in somebody's name or in an address? Their index is behind this door (decision 7).
create function putright_words_in_names(asked text[]) returns table (word text, kind text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  here constant uuid := nullif(current_setting('putright.landlord', true), '')::uuid;
  one text;
  of_kind text;
  stands boolean;
begin
  foreach one in array asked[1:500] loop
    continue when one !~ '^[[:alpha:]]{3,40}$';
    foreach of_kind in array array['person', 'home'] loop
      -- Dynamic, so that each word is planned for itself: by the index of three letters, until the first that fits.
      execute
        'select exists (select from search_name s where s.landlord_id = $1 and s.name like $2 '
        'and s.kind = $4 and s.name ~ $3)'
        into stands using here, '%' || one || '%', '\m' || one || '\M', of_kind;
      if stands then
        word := one;
        kind := of_kind;
        return next;
      end if;
    end loop;
  end loop;
end
$$;
revoke all on function putright_words_in_names(text[]) from public;
grant execute on function putright_words_in_names(text[]) to putright_app;
