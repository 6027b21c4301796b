-- Complaints that a resident has begun and not yet sent, and alarms for the landlord's on-call ways.

-- What somebody has told the form so far; the browser that writes it holds a session about it. No member of staff sees it: it is no contact until it is sent, and it is
-- erased thirty days after it was last added to. Once sent, its words stand with the case and are gone from here.
create table complaint_draft (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  told jsonb not null,
  begun_at timestamptz(3) not null default now(),
  saved_at timestamptz(3) not null default now(),
  -- The person who was made for it, so that a second telling is of the same person.
  person_id uuid,
  -- An emergency opens its case as soon as it is told; the rest joins that case.
  emergency_case_id uuid,
  sent_at timestamptz(3),
  case_id uuid,
  primary key (landlord_id, id),
  foreign key (landlord_id, person_id) references person on delete set null (person_id),
  foreign key (landlord_id, emergency_case_id) references case_head (landlord_id, case_id),
  foreign key (landlord_id, case_id) references case_head (landlord_id, case_id),
  check ((sent_at is null) = (case_id is null))
);
create index complaint_draft_by_time on complaint_draft (landlord_id, saved_at);

create table complaint_draft_file (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  draft_id uuid not null,
  file bytea not null,
  added_at timestamptz(3) not null default now(),
  primary key (landlord_id, draft_id, file),
  foreign key (landlord_id, draft_id) references complaint_draft on delete cascade,
  foreign key (landlord_id, file) references file (landlord_id, digest)
);
create index complaint_draft_file_by_file on complaint_draft_file (landlord_id, file);

-- How a case that came by the form was told, in choices alone: its words stand with the case. A suggestion for triage, and
-- what was asked for and nobody has agreed yet.
create table form_told (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  case_id uuid not null,
  wish text not null check (wish in ('wrong', 'ask', 'thank')),
  teller text check (teller in ('resident', 'for-someone', 'member', 'group')),
  claim text,
  role text,
  risk text,
  hazards text[] not null default '{}',
  adjustments text[] not null default '{}',
  language text,
  choice text,
  told_before boolean,
  best text,
  unsafe text[] not null default '{}',
  -- They asked not to be reached.
  unreached boolean not null default false,
  -- The name and ways were those of somebody already known; what was told beyond them waits for an officer.
  known_person boolean not null default false,
  told_at timestamptz(3) not null default now(),
  primary key (landlord_id, case_id),
  foreign key (landlord_id, case_id) references case_head
);

-- How often the form is used from a network, or for an address, so that nobody can flood it. Digests alone, for two days.
create table form_use (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id bigint generated always as identity,
  what text not null check (what in ('begun', 'sent', 'emergency', 'link', 'file', 'receipt')),
  by_digest bytea not null check (length(by_digest) = 32),
  bytes bigint not null default 0,
  at timestamptz(3) not null default now(),
  primary key (landlord_id, id)
);
create index form_use_by on form_use (landlord_id, what, by_digest, at);

-- Whom an emergency wakes, in this order.
create table on_call_way (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  name text collate "en-GB-x-icu" not null check (name <> ''),
  kind text not null check (kind in ('email', 'text-message')),
  value text not null check (value <> ''),
  added_at timestamptz(3) not null default now(),
  primary key (landlord_id, id),
  unique (landlord_id, kind, value)
);

-- An emergency that somebody on call has to take. It rings again until it is taken.
create table alarm (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  id uuid not null,
  case_id uuid not null,
  raised_at timestamptz(3) not null,
  -- When it rings next; null once it is taken.
  next_at timestamptz(3),
  rung integer not null default 0,
  taken_at timestamptz(3),
  taken_by uuid,
  primary key (landlord_id, id),
  foreign key (landlord_id, case_id) references case_head,
  foreign key (landlord_id, taken_by) references staff (landlord_id, id),
  check ((taken_at is null) = (taken_by is null)),
  check (taken_at is null or next_at is null)
);
create index alarm_by_case on alarm (landlord_id, case_id);
create index alarm_ringing on alarm (landlord_id, next_at) where next_at is not null;

do $$
declare t text;
begin
  foreach t in array array[
    'complaint_draft', 'complaint_draft_file', 'form_told', 'form_use', 'on_call_way', 'alarm'
  ]
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy landlord on %I
         using (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid)
         with check (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid)', t);
  end loop;
end $$;

grant select, insert, delete on complaint_draft to putright_app;
grant update (told, saved_at, person_id, emergency_case_id, sent_at, case_id) on complaint_draft
  to putright_app;
grant select, insert, delete on complaint_draft_file to putright_app;
grant select, insert, update, delete on form_told to putright_app;
grant select, insert, delete on form_use to putright_app;
grant select, insert, delete on on_call_way to putright_app;
grant select, insert on alarm to putright_app;
grant update (next_at, rung, taken_at, taken_by) on alarm to putright_app;
