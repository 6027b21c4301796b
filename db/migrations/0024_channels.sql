-- Other ways by which residents are heard: programs that send contacts, calls that are owed, a definition that was read
-- back, public posts, and surveys of others.

-- A program that may send contacts: the web chat, the app. Its token can write and never read; only its digest is kept.
create table contact_source (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  name text collate "en-GB-x-icu" not null check (name <> ''),
  channel text not null check (channel in ('web-chat', 'app', 'web-form', 'text-message', 'survey', 'feedback-form', 'other')),
  token_digest bytea not null check (length(token_digest) = 32),
  -- How many contacts it may send in an hour: a program that has gone wrong fills no register.
  per_hour integer not null check (per_hour between 1 and 10000),
  made_by uuid not null,
  made_at timestamptz(3) not null default now(),
  last_used_at timestamptz(3),
  ended_at timestamptz(3),
  ended_by uuid,
  primary key (landlord_id, id),
  unique (landlord_id, token_digest),
  foreign key (landlord_id, made_by) references staff (landlord_id, id),
  foreign key (landlord_id, ended_by) references staff (landlord_id, id)
);
create unique index contact_source_by_name on contact_source (landlord_id, lower(name)) where ended_at is null;

-- What a source has sent, by its own key: the same again changes nothing. The key and the body stand as digests.
create table contact_sent (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  source_id uuid not null,
  key_digest bytea not null check (length(key_digest) = 32),
  body_digest bytea not null check (length(body_digest) = 32),
  receipt uuid not null,
  case_id uuid not null,
  size bigint not null check (size >= 0),
  taken_at timestamptz(3) not null,
  primary key (landlord_id, source_id, key_digest),
  foreign key (landlord_id, source_id) references contact_source (landlord_id, id),
  foreign key (landlord_id, case_id) references case_head
);
create index contact_sent_lately on contact_sent (landlord_id, source_id, taken_at);
create index contact_sent_of_case on contact_sent (landlord_id, case_id);

-- A call that somebody was promised: who rings, by when, what it is about, and how.
create table call_back (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  case_id uuid not null,
  person_id uuid,
  -- Who rings; null while nobody has taken it.
  staff_id uuid,
  due_on date not null,
  -- 'After 2, not while the children are asleep': their words, erased with the case's.
  best_time text,
  about text,
  made_by uuid not null,
  made_at timestamptz(3) not null default now(),
  ended_at timestamptz(3),
  ended_by uuid,
  ended_as text check (ended_as in ('spoken', 'written-instead', 'no-longer-wanted')),
  primary key (landlord_id, id),
  foreign key (landlord_id, case_id) references case_head,
  foreign key (landlord_id, person_id) references person on delete set null (person_id),
  foreign key (landlord_id, staff_id) references staff (landlord_id, id),
  foreign key (landlord_id, made_by) references staff (landlord_id, id),
  foreign key (landlord_id, ended_by) references staff (landlord_id, id),
  check ((ended_at is null) = (ended_as is null))
);
create index call_back_due on call_back (landlord_id, due_on) where ended_at is null;
create index call_back_of_case on call_back (landlord_id, case_id);

create table call_back_try (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  call_back_id uuid not null,
  id bigint generated always as identity,
  tried_at timestamptz(3) not null,
  by_staff_id uuid not null,
  result text not null check (result in ('no-answer', 'left-a-message', 'number-wrong', 'asked-for-later', 'spoken')),
  primary key (landlord_id, call_back_id, id),
  foreign key (landlord_id, call_back_id) references call_back (landlord_id, id) on delete cascade,
  foreign key (landlord_id, by_staff_id) references staff (landlord_id, id)
);

-- The points as understood were read back to the resident: which understanding it was, and what they said to it.
create table read_back (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  case_id uuid not null,
  -- The last entry of the history when it was read: what was defined then is what was read.
  seq integer not null,
  read_on date not null,
  how text not null check (how in ('phone', 'by-hand')),
  person_id uuid,
  by_staff_id uuid not null,
  recorded_at timestamptz(3) not null default now(),
  primary key (landlord_id, id),
  foreign key (landlord_id, case_id) references case_head,
  foreign key (landlord_id, person_id) references person on delete set null (person_id),
  foreign key (landlord_id, by_staff_id) references staff (landlord_id, id)
);
create index read_back_of_case on read_back (landlord_id, case_id);

create table read_back_point (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  read_back_id uuid not null,
  point_id uuid not null,
  -- 'wrong': to be understood anew; what they said stands in the history.
  said text not null check (said in ('right', 'wrong')),
  primary key (landlord_id, read_back_id, point_id),
  foreign key (landlord_id, read_back_id) references read_back (landlord_id, id) on delete cascade
);

-- A public post that is about us: where it stands, and what was said in public and in private. Nobody is assumed to be
-- anybody: its case has no resident until they come by a private way.
create table public_post (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  case_id uuid not null,
  network text not null check (network <> ''),
  -- Shown as text alone, never as a link.
  link text not null,
  link_digest bytea not null check (length(link_digest) = 32),
  author text,
  seen_on date not null,
  logged_by uuid not null,
  logged_at timestamptz(3) not null default now(),
  -- How they came by a private way, and when: from then on the case may name them.
  came_privately_on date,
  came_privately_by text check (came_privately_by in ('email', 'phone', 'in-person', 'letter', 'web-form', 'private-message')),
  primary key (landlord_id, id),
  foreign key (landlord_id, case_id) references case_head,
  foreign key (landlord_id, logged_by) references staff (landlord_id, id),
  check ((came_privately_on is null) = (came_privately_by is null))
);
create unique index public_post_by_link on public_post (landlord_id, link_digest);
create index public_post_of_case on public_post (landlord_id, case_id);

-- What was answered where. A public answer was confirmed to reveal nothing before it was said.
create table public_post_answer (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  public_post_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('public', 'private-invitation')),
  words text not null check (words <> ''),
  -- The entry of the history that tells of it: erased with its words.
  seq integer not null,
  said_on date not null,
  by_staff_id uuid not null,
  recorded_at timestamptz(3) not null default now(),
  primary key (landlord_id, public_post_id, id),
  foreign key (landlord_id, public_post_id) references public_post (landlord_id, id) on delete cascade,
  foreign key (landlord_id, by_staff_id) references staff (landlord_id, id)
);

-- Answers to surveys of others that were brought in, each once. The words stay out: an offer that came of a row holds them.
create table survey_brought_in (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  name text not null check (name <> ''),
  file_name text not null,
  rows integer not null check (rows >= 0),
  offers integer not null check (offers >= 0),
  unmatched integer not null check (unmatched >= 0),
  brought_by uuid not null,
  brought_at timestamptz(3) not null default now(),
  primary key (landlord_id, id),
  foreign key (landlord_id, brought_by) references staff (landlord_id, id)
);
create table survey_row_taken (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  row_digest bytea not null check (length(row_digest) = 32),
  survey_id uuid not null,
  became text not null check (became in ('nothing', 'offer', 'unmatched')),
  primary key (landlord_id, row_digest),
  foreign key (landlord_id, survey_id) references survey_brought_in (landlord_id, id)
);

-- Such a survey's sheet is kept for its sender until it is brought in, as others are.
alter table sheet_kept drop constraint sheet_kept_what_check;
alter table sheet_kept add constraint sheet_kept_what_check check (what in ('benchmarks', 'perception', 'survey-rows'));

do $$
declare t text;
begin
  foreach t in array array['contact_source', 'contact_sent', 'call_back', 'call_back_try', 'read_back', 'read_back_point',
    'public_post', 'public_post_answer', 'survey_brought_in', 'survey_row_taken']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy landlord on %I
         using (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid)
         with check (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid)', t);
  end loop;
end $$;

grant select, insert on contact_source, contact_sent, call_back, call_back_try, read_back, read_back_point, public_post,
  public_post_answer, survey_brought_in, survey_row_taken to putright_app;
grant update (last_used_at, ended_at, ended_by) on contact_source to putright_app;
grant update (staff_id, due_on, best_time, about, ended_at, ended_by, ended_as) on call_back to putright_app;
grant update (came_privately_on, came_privately_by, author, link) on public_post to putright_app;
-- An answer may have named somebody all the same: it is erased with the case's words.
grant update (words) on public_post_answer to putright_app;
