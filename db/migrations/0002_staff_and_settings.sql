-- Who works here, how they sign in, and the lists that a landlord keeps. Plain rows with a change trail.

create table staff (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  name text not null check (name <> ''),
  email text not null check (email = lower(email)),
  -- Null until the person has set one.
  password_hash text,
  roles text[] not null
    check (roles <@ array['officer', 'investigator', 'reviewer', 'manager', 'administrator', 'member-responsible']),
  -- A person is never deleted: the history names them.
  deactivated_at timestamptz,
  made_at timestamptz not null default now(),
  primary key (landlord_id, id),
  unique (landlord_id, email)
);

-- A row is a session: it ends at once when ended_at is set. The cookie holds the id; here stands its digest.
create table staff_session (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  id_digest text not null,
  staff_id uuid not null,
  made_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_because text check (ended_because in ('signed-out', 'deactivated', 'roles-changed', 'password-changed')),
  primary key (landlord_id, id_digest),
  foreign key (landlord_id, staff_id) references staff (landlord_id, id),
  check ((ended_at is null) = (ended_because is null))
);
create index staff_session_by_staff on staff_session (landlord_id, staff_id);

-- One-time links: to accept an invitation, to set a new password. Here stands the digest of the link's secret.
create table staff_link (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  secret_digest text not null,
  staff_id uuid not null,
  kind text not null check (kind in ('invitation', 'reset')),
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (landlord_id, secret_digest),
  foreign key (landlord_id, staff_id) references staff (landlord_id, id)
);

-- Attempts to sign in, by digests of account and network, so that guessing is slowed. Old ones are dropped.
create table sign_in_attempt (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null default gen_random_uuid(),
  account_digest text not null,
  network_digest text not null,
  succeeded boolean not null,
  at timestamptz not null default now(),
  primary key (landlord_id, id)
);
create index sign_in_attempt_by_account on sign_in_attempt (landlord_id, account_digest, at);
create index sign_in_attempt_by_network on sign_in_attempt (landlord_id, network_digest, at);

-- What was typed when a session ended: kept for its writer alone, for a day.
create table kept_form (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  id uuid not null,
  staff_id uuid not null,
  path text not null,
  fields jsonb not null,
  made_at timestamptz not null default now(),
  primary key (landlord_id, id),
  foreign key (landlord_id, staff_id) references staff (landlord_id, id)
);
create index kept_form_by_staff on kept_form (landlord_id, staff_id, made_at);

create table team (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  name text collate "en-GB-x-icu" not null check (name <> ''),
  -- A contractor is asked for information like a team; what it hears counts as heard by the landlord.
  contractor boolean not null default false,
  email text,
  closed_at timestamptz,
  primary key (landlord_id, id),
  unique (landlord_id, name)
);

create table team_member (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  team_id uuid not null,
  staff_id uuid not null,
  primary key (landlord_id, team_id, staff_id),
  foreign key (landlord_id, team_id) references team (landlord_id, id),
  foreign key (landlord_id, staff_id) references staff (landlord_id, id)
);
create index team_member_by_staff on team_member (landlord_id, staff_id);

-- Areas and categories are kept in cases by name, so a name is closed, never changed.
create table area (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  name text collate "en-GB-x-icu" not null check (name <> ''),
  closed_at timestamptz,
  primary key (landlord_id, name)
);

create table category (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  name text collate "en-GB-x-icu" not null check (name <> ''),
  closed_at timestamptz,
  primary key (landlord_id, name)
);

-- Who changed which setting, from what to what. Added to, never changed.
create table change_trail (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null default gen_random_uuid(),
  at timestamptz not null default clock_timestamp(),
  -- Null when the command line did it.
  by_staff_id uuid,
  about text not null check (about in ('staff', 'team', 'area', 'category', 'target', 'holiday', 'letterhead', 'approval', 'counting')),
  -- The sentence that staff read: 'Stage 1 response target changed from none to 8 working days'.
  words text not null,
  primary key (landlord_id, id),
  foreign key (landlord_id, by_staff_id) references staff (landlord_id, id)
);
create index change_trail_by_time on change_trail (landlord_id, at desc);

-- The one-time link that makes a landlord and its first administrator. Belongs to no landlord: none is there yet.
create table first_link (
  secret_digest text primary key,
  expires_at timestamptz not null,
  used_at timestamptz
);

do $$
declare t text;
begin
  foreach t in array array[
    'staff', 'staff_session', 'staff_link', 'sign_in_attempt', 'kept_form', 'team', 'team_member', 'area', 'category',
    'change_trail'
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

grant select, insert, update on staff, staff_session, staff_link, team, first_link to putright_app;
grant select, insert, delete on sign_in_attempt, kept_form, team_member to putright_app;
grant select, insert, update on area, category to putright_app;
grant select, insert on change_trail to putright_app;
