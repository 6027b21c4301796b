-- The history of every case, the words and files that stand beside it, people and homes, and the register:
-- ordinary tables that are worked out from the history and can be rebuilt from it.
--
-- Landlords never cross: landlord_id leads every key, and row security shows each transaction one landlord's rows.

create extension if not exists btree_gin;
create extension if not exists pg_trgm;

-- 1 Landlords --------------------------------------------------------------------------------------------------------

-- Belongs to no landlord itself: signing in, the command line, verify and backup have to find them.
create table landlord (
  id uuid primary key,
  name text not null unique check (name <> ''),
  -- A demonstration never writes to anyone, and is the only landlord that can be removed.
  demonstration boolean not null default false,
  made_at timestamptz(3) not null default now()
);

create table landlord_setting (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  name text not null,
  value jsonb not null,
  primary key (landlord_id, name)
);

-- Bank holidays proclaimed after this release; the ones known when it was made are in the product.
create table holiday (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  day date not null,
  name text not null,
  primary key (landlord_id, day)
);

create table reference_counter (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  prefix text not null,
  year smallint not null,
  last integer not null,
  primary key (landlord_id, prefix, year)
);

-- 2 The history ------------------------------------------------------------------------------------------------------

-- Where each chain ends. It moves with every append; whoever holds its row is the one who may append.
create table case_head (
  landlord_id uuid not null references landlord,
  case_id uuid not null,
  reference text not null,
  seq integer not null check (seq > 0),
  hash bytea not null check (length(hash) = 32),
  -- The last seq that an anchor holds.
  anchored_seq integer,
  primary key (landlord_id, case_id),
  unique (landlord_id, reference)
);

create table case_event (
  landlord_id uuid not null,
  case_id uuid not null,
  seq integer not null check (seq > 0),
  type text not null,
  version smallint not null,
  body jsonb not null,
  happened_on date not null,
  -- In milliseconds: a driver that cuts microseconds would let a change there escape.
  recorded_at timestamptz not null check (date_trunc('milliseconds', recorded_at) = recorded_at),
  recorded_by jsonb not null,
  prev bytea not null check (length(prev) = 32),
  hash bytea not null check (length(hash) = 32),
  primary key (landlord_id, case_id, seq),
  foreign key (landlord_id, case_id) references case_head
);

-- What the heads were, day by day. An anchor chains to the one before it.
create table anchor (
  landlord_id uuid not null references landlord,
  day date not null,
  taken_at timestamptz not null,
  heads integer not null,
  prev bytea not null,
  digest bytea not null,
  primary key (landlord_id, day)
);

create table anchor_head (
  landlord_id uuid not null,
  day date not null,
  case_id uuid not null,
  seq integer not null,
  hash bytea not null,
  primary key (landlord_id, day, case_id),
  foreign key (landlord_id, day) references anchor
);
create index anchor_head_by_case on anchor_head (landlord_id, case_id, seq);

create function putright_history_stands() returns trigger
language plpgsql as $$
begin
  raise exception 'the history is never changed: % on % refused', lower(tg_op), tg_table_name;
end
$$;

create trigger history_stands before update or delete on case_event
  for each row execute function putright_history_stands();
create trigger history_is_not_emptied before truncate on case_event
  for each statement execute function putright_history_stands();
create trigger anchors_stand before update or delete on anchor
  for each row execute function putright_history_stands();
create trigger anchored_heads_stand before update or delete on anchor_head
  for each row execute function putright_history_stands();

-- 3 Words and files, which can be erased -----------------------------------------------------------------------------

-- An event holds sha256(salt || text). Erasing takes text and salt; the chain still verifies.
create table words (
  landlord_id uuid not null,
  digest bytea not null check (length(digest) = 32),
  case_id uuid not null,
  salt bytea not null check (length(salt) = 16),
  text text not null,
  primary key (landlord_id, digest),
  foreign key (landlord_id, case_id) references case_head
);
create index words_by_case on words (landlord_id, case_id);

-- An event holds sha256(salt || sha256 of bytes, name, size and type). The bytes stand in the landlord's folder under
-- their own sha256, once for all rows that name it.
create table file (
  landlord_id uuid not null references landlord,
  digest bytea not null check (length(digest) = 32),
  case_id uuid,
  salt bytea not null check (length(salt) = 16),
  content bytea not null check (length(content) = 32),
  size bigint not null check (size >= 0),
  type text not null,
  name text not null,
  primary key (landlord_id, digest)
);
create index file_by_content on file (landlord_id, content);
create index file_by_case on file (landlord_id, case_id);

-- Bytes that no row names any more, until the sweep has taken them from the disk.
create table file_to_remove (
  landlord_id uuid not null references landlord,
  content bytea not null,
  primary key (landlord_id, content)
);

-- 4 People and homes -------------------------------------------------------------------------------------------------

create table person (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  name text collate "en-GB-x-icu",
  -- A BCP 47 tag; null: not said, so English.
  language text,
  made_at timestamptz(3) not null default now(),
  primary key (landlord_id, id)
);

-- How a person can be reached. An unsafe way is kept so that nobody adds it again, and is never used.
create table person_way (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  person_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('email', 'phone', 'text-message', 'post', 'other')),
  value text not null check (value <> ''),
  standing text not null default 'ordinary' check (standing in ('ordinary', 'safe', 'unsafe')),
  preferred boolean not null default false,
  primary key (landlord_id, person_id, id),
  foreign key (landlord_id, person_id) references person on delete cascade
);
create index person_way_by_value on person_way (landlord_id, lower(value));

create table home (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  address text collate "en-GB-x-icu" not null check (address <> ''),
  postcode text,
  uprn text,
  tenure text not null default 'unknown' check (tenure in ('LCRA', 'LCHO', 'leasehold', 'other', 'unknown')),
  area text,
  ward text,
  block text,
  primary key (landlord_id, id)
);
create unique index home_by_uprn on home (landlord_id, uprn) where uprn is not null;
create index home_by_postcode on home (landlord_id, upper(replace(postcode, ' ', '')));

-- Reads of sensitive material, apart from the chain: who opened what.
create table reading (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null default gen_random_uuid(),
  at timestamptz(3) not null default now(),
  staff_id uuid not null,
  what text not null check (what in ('case', 'document', 'person', 'letter', 'search', 'export')),
  case_id uuid,
  about text,
  primary key (landlord_id, id)
);
create index reading_by_case on reading (landlord_id, case_id, at);

-- 5 The register: what lists, screens and figures read. Worked out from the history; `rebuild` makes it again. ---------

-- One row per case.
create table complaint (
  landlord_id uuid not null,
  case_id uuid not null,
  reference text not null,
  version integer not null,
  kind text,
  standing text not null,
  standing_on date,
  -- Where an open complaint is, or where it ended; null for what is no complaint.
  stage smallint,
  received_on date not null,
  channel text not null,
  edition text,
  logged_on date,
  person_id uuid,
  home_id uuid,
  tenure text not null,
  area text,
  category text,
  team_id uuid,
  handler_id uuid,
  points integer not null,
  group_size integer not null,
  complexity text,
  at_risk boolean not null,
  hazard boolean not null,
  vulnerable boolean not null,
  adjusted boolean not null,
  represented boolean not null,
  imported boolean not null,
  refused_on date,
  refused_ground text,
  refusal_overturned_on date,
  escalation_requested_on date,
  escalation_refused_on date,
  withdrawn_on date,
  -- Somebody at the landlord still has to answer.
  open boolean not null,
  -- Open, or a promise still runs.
  live boolean not null,
  -- The first date of a running clock, and what is due then.
  next_due_on date,
  next_kind text,
  next_what text,
  -- The oldest date that a team or contractor was asked to answer by and has not.
  asked_due_on date,
  asked_team_id uuid,
  last_on date not null,
  primary key (landlord_id, case_id),
  unique (landlord_id, reference),
  foreign key (landlord_id, case_id) references case_head
);
-- The queue's order, and beside it what its filters and counts ask, so that they need not visit the rows.
create index complaint_queue on complaint (landlord_id, next_due_on, case_id)
  include (handler_id, team_id, open, standing, stage, kind, area, category, next_kind, asked_due_on,
    at_risk, hazard, vulnerable, adjusted, represented)
  where live;
create index complaint_by_handler on complaint (landlord_id, handler_id, next_due_on, case_id) where live;
create index complaint_by_team on complaint (landlord_id, team_id, next_due_on, case_id) where live;
create index complaint_by_receipt on complaint (landlord_id, received_on, case_id);
create index complaint_by_person on complaint (landlord_id, person_id) where person_id is not null;
create index complaint_by_home on complaint (landlord_id, home_id) where home_id is not null;

create table stage (
  landlord_id uuid not null,
  case_id uuid not null,
  stage smallint not null,
  started_on date not null,
  acknowledged_on date,
  defined_on date,
  extended_to date,
  responded_on date,
  outcome text,
  handler_id uuid,
  team_id uuid,
  learning text,
  primary key (landlord_id, case_id, stage),
  foreign key (landlord_id, case_id) references complaint on delete cascade
);

create table point (
  landlord_id uuid not null,
  case_id uuid not null,
  point_id text not null,
  number integer not null,
  state text not null,
  raised_on date not null,
  raised_at_stage smallint not null,
  area text,
  category text,
  whose text not null,
  escalated boolean not null,
  finding_1 text,
  finding_2 text,
  finding_3 text,
  primary key (landlord_id, case_id, point_id),
  foreign key (landlord_id, case_id) references complaint on delete cascade
);

create table promise (
  landlord_id uuid not null,
  case_id uuid not null,
  promise_id text not null,
  stage smallint not null,
  owner_id uuid,
  team_id uuid,
  promised_on date not null,
  first_due_on date not null,
  due_on date not null,
  moves integer not null,
  state text not null,
  done_on date,
  resident_says text,
  primary key (landlord_id, case_id, promise_id),
  foreign key (landlord_id, case_id) references complaint on delete cascade
);
create index promise_open on promise (landlord_id, due_on) where state = 'open';

create table remedy (
  landlord_id uuid not null,
  case_id uuid not null,
  remedy_id text not null,
  stage smallint not null,
  kind text not null,
  pence integer,
  offered_on date not null,
  due_on date,
  state text not null,
  done_on date,
  primary key (landlord_id, case_id, remedy_id),
  foreign key (landlord_id, case_id) references complaint on delete cascade
);

-- What a team or contractor was asked.
create table asked (
  landlord_id uuid not null,
  case_id uuid not null,
  request_id text not null,
  stage smallint not null,
  team_id uuid not null,
  contractor boolean not null,
  asked_on date not null,
  due_on date not null,
  chased integer not null,
  received_on date,
  primary key (landlord_id, case_id, request_id),
  foreign key (landlord_id, case_id) references complaint on delete cascade
);
create index asked_open on asked (landlord_id, team_id, due_on) where received_on is null;

-- A clock is never the truth: this is what lists need of it. Nothing here depends on today.
create table clock (
  landlord_id uuid not null,
  case_id uuid not null,
  n smallint not null,
  kind text not null,
  stage smallint not null,
  provision text,
  about text,
  from_on date,
  due_on date not null,
  -- For the one clock that runs in hours.
  due_at timestamptz,
  provisional boolean not null,
  unextended_due_on date not null,
  done_on date,
  running boolean not null,
  -- The landlord's own stricter date, while it runs.
  target_on date,
  primary key (landlord_id, case_id, n),
  foreign key (landlord_id, case_id) references complaint on delete cascade
);
create index clock_running on clock (landlord_id, due_on, kind, case_id) where running;

create table link (
  landlord_id uuid not null,
  case_id uuid not null,
  to_case_id uuid not null,
  relation text not null,
  linked_on date not null,
  primary key (landlord_id, case_id, to_case_id, relation),
  foreign key (landlord_id, case_id) references complaint on delete cascade
);
create index link_back on link (landlord_id, to_case_id);

create table letter (
  landlord_id uuid not null,
  case_id uuid not null,
  letter_id text not null,
  kind text not null,
  stage smallint,
  drafted_on date not null,
  sent_on date,
  failed boolean not null,
  primary key (landlord_id, case_id, letter_id),
  foreign key (landlord_id, case_id) references complaint on delete cascade
);

-- Everyone whose case it is, or who speaks for them.
create table party (
  landlord_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  part text not null check (part in ('resident', 'group', 'representative')),
  role text,
  authority text,
  since date,
  until date,
  ended_on date,
  primary key (landlord_id, case_id, person_id, part),
  foreign key (landlord_id, case_id) references complaint on delete cascade
);
create index party_by_person on party (landlord_id, person_id);

create table adjustment (
  landlord_id uuid not null,
  case_id uuid not null,
  adjustment_id text not null,
  kind text not null,
  agreed_on date not null,
  review_on date,
  ended_on date,
  primary key (landlord_id, case_id, adjustment_id),
  foreign key (landlord_id, case_id) references complaint on delete cascade
);

create table hazard (
  landlord_id uuid not null,
  case_id uuid not null,
  hazard_id text not null,
  kind text not null,
  noticed_on date not null,
  made_safe_on date,
  primary key (landlord_id, case_id, hazard_id),
  foreign key (landlord_id, case_id) references complaint on delete cascade
);

-- 6 Row security and rights ------------------------------------------------------------------------------------------

do $$
declare t text;
begin
  foreach t in array array[
    'landlord_setting', 'holiday', 'reference_counter', 'case_head', 'case_event', 'anchor', 'anchor_head', 'words',
    'file', 'file_to_remove', 'person', 'person_way', 'home', 'reading', 'complaint', 'stage', 'point', 'promise',
    'remedy', 'asked', 'clock', 'link', 'letter', 'party', 'adjustment', 'hazard'
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

grant select, insert on landlord to putright_app;
grant update (name) on landlord to putright_app;
grant select, insert, update, delete on landlord_setting, holiday to putright_app;
grant select, insert, update on reference_counter to putright_app;

-- The history: read and add, nothing else. Words and files: read, add, erase.
grant select, insert on case_event, anchor, anchor_head to putright_app;
grant select, insert on case_head to putright_app;
grant update (seq, hash, anchored_seq) on case_head to putright_app;
grant select, insert, delete on words, file_to_remove to putright_app;
grant select, insert, delete on file to putright_app;
grant update (case_id) on file to putright_app;

grant select, insert, update, delete on person, person_way, home to putright_app;
grant select, insert on reading to putright_app;
grant select, insert, update, delete on
  complaint, stage, point, promise, remedy, asked, clock, link, letter, party, adjustment, hazard to putright_app;

-- 7 Search -----------------------------------------------------------------------------------------------------------

-- Operators of text search are not leakproof, so under row security their indexes go unused. These two tables are
-- therefore out of everyone's reach but this owner's, and the functions below, which take the landlord from the
-- transaction, are the only doors to them. Both are derived, are left out of backups, and are made again by rebuild.
create table search_case (
  landlord_id uuid not null,
  case_id uuid not null,
  received_on date not null,
  found tsvector not null,
  primary key (landlord_id, case_id)
);
create index search_case_words on search_case using gin (landlord_id, found) with (fastupdate = off);
create index search_case_newest on search_case (landlord_id, received_on desc, case_id desc);

create table search_name (
  landlord_id uuid not null,
  kind text not null check (kind in ('person', 'way', 'home', 'document')),
  id text not null,
  -- The person or home it leads to, or the case of a document.
  leads_to uuid not null,
  name text not null,
  primary key (landlord_id, kind, id)
);
create index search_name_like on search_name using gin (landlord_id, name gin_trgm_ops) with (fastupdate = off);
create index search_name_lead on search_name (landlord_id, kind, leads_to);

alter table search_case enable row level security;
alter table search_name enable row level security;
comment on table search_case is 'derived';
comment on table search_name is 'derived';

create function putright_names_of_people() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    delete from search_name s using gone g
    where s.landlord_id = g.landlord_id and s.kind = 'person' and s.id = g.id::text;
  end if;
  if tg_op <> 'DELETE' then
    insert into search_name (landlord_id, kind, id, leads_to, name)
    select landlord_id, 'person', id::text, id, lower(name) from fresh where name is not null;
  end if;
  return null;
end
$$;

create function putright_names_of_ways() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    delete from search_name s using gone g
    where s.landlord_id = g.landlord_id and s.kind = 'way' and s.id = g.id::text;
  end if;
  if tg_op <> 'DELETE' then
    insert into search_name (landlord_id, kind, id, leads_to, name)
    select landlord_id, 'way', id::text, person_id, lower(value) from fresh;
  end if;
  return null;
end
$$;

create function putright_names_of_homes() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    delete from search_name s using gone g
    where s.landlord_id = g.landlord_id and s.kind = 'home' and s.id = g.id::text;
  end if;
  if tg_op <> 'DELETE' then
    insert into search_name (landlord_id, kind, id, leads_to, name)
    select landlord_id, 'home', id::text, id, lower(concat_ws(' ', address, postcode, uprn)) from fresh;
  end if;
  return null;
end
$$;

create function putright_names_of_documents() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    delete from search_name s using gone g
    where s.landlord_id = g.landlord_id and s.kind = 'document' and s.id = encode(g.digest, 'hex');
  end if;
  if tg_op <> 'DELETE' then
    insert into search_name (landlord_id, kind, id, leads_to, name)
    select landlord_id, 'document', encode(digest, 'hex'), case_id, lower(name) from fresh where case_id is not null;
  end if;
  return null;
end
$$;

do $$
declare t record;
begin
  for t in
    select * from (values ('person', 'people'), ('person_way', 'ways'), ('home', 'homes'), ('file', 'documents')) as v (tab, of)
  loop
    execute format('create trigger names_in after insert on %I referencing new table as fresh '
      'for each statement execute function putright_names_of_%s()', t.tab, t.of);
    execute format('create trigger names_changed after update on %I referencing old table as gone new table as fresh '
      'for each statement execute function putright_names_of_%s()', t.tab, t.of);
    execute format('create trigger names_out after delete on %I referencing old table as gone '
      'for each statement execute function putright_names_of_%s()', t.tab, t.of);
  end loop;
end
$$;

-- Puts the words of these cases, and whose they are, where search finds them. Given digests: only those words are new.
-- Without: all over again.
create function putright_index_words(cases uuid[], digests bytea[] default null) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  here constant uuid := nullif(current_setting('putright.landlord', true), '')::uuid;
begin
  if digests is null then
    delete from search_case s where s.landlord_id = here and s.case_id = any (cases);
  end if;
  insert into search_case as s (landlord_id, case_id, received_on, found)
  select here, c.case_id, c.received_on,
    strip(to_tsvector('english', left(concat_ws(' ', c.reference, p.name, h.address, h.postcode, said.text), 500000)))
  from complaint c
  left join person p on p.landlord_id = here and p.id = c.person_id
  left join home h on h.landlord_id = here and h.id = c.home_id
  left join lateral (
    select string_agg(left(w.text, 100000), ' ') as text
    from words w
    where w.landlord_id = here and w.case_id = c.case_id and (digests is null or w.digest = any (digests))
  ) said on true
  where c.landlord_id = here and c.case_id = any (cases)
  on conflict (landlord_id, case_id) do update
  set found = s.found || excluded.found, received_on = excluded.received_on;
end
$$;

-- Which cases' words hold these words, newest first?
create function putright_search_words(asked text, at_most integer) returns table (case_id uuid, received_on date)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  -- Positions are not kept, so a phrase is its words.
  wanted constant tsquery := replace(websearch_to_tsquery('english', left(asked, 400))::text, '<->', '&')::tsquery;
begin
  if numnode(wanted) = 0 then return; end if;
  -- Dynamic, so that each search is planned for its own words: a common word reads from the newest on, a rare one
  -- goes by the index of words.
  return query execute
    'select s.case_id, s.received_on from search_case s '
    'where s.landlord_id = $1 and s.found @@ $2 '
    'order by s.received_on desc, s.case_id desc limit $3'
    using nullif(current_setting('putright.landlord', true), '')::uuid, wanted, least(at_most, 1000);
end
$$;

-- Which people, ways to reach them, homes and documents are called so, or nearly so?
create function putright_search_names(asked text, at_most integer)
  returns table (kind text, id text, leads_to uuid, name text, likeness real)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  wanted constant text := lower(left(trim(asked), 200));
  pattern constant text := '%' || replace(replace(replace(wanted, '\', '\\'), '%', '\%'), '_', '\_') || '%';
begin
  if length(wanted) < 3 then return; end if;
  return query execute
    'select f.kind, f.id, f.leads_to, f.name, similarity(f.name, $3) from ('
    '  select s.kind, s.id, s.leads_to, s.name from search_name s where s.landlord_id = $1 and s.name like $2 limit $4'
    ') f order by 5 desc, f.name limit $4'
    using nullif(current_setting('putright.landlord', true), '')::uuid, pattern, wanted, least(at_most, 1000);
  if found then return; end if;
  return query execute
    'select f.kind, f.id, f.leads_to, f.name, word_similarity($2, f.name) from ('
    '  select s.kind, s.id, s.leads_to, s.name from search_name s where s.landlord_id = $1 and $2 <% s.name limit $3'
    ') f order by 5 desc, f.name limit $3'
    using nullif(current_setting('putright.landlord', true), '')::uuid, wanted, least(at_most, 1000);
end
$$;

revoke all on function putright_index_words(uuid[], bytea[]) from public;
revoke all on function putright_search_words(text, integer) from public;
revoke all on function putright_search_names(text, integer) from public;
grant execute on function putright_index_words(uuid[], bytea[]) to putright_app;
grant execute on function putright_search_words(text, integer) to putright_app;
grant execute on function putright_search_names(text, integer) to putright_app;
