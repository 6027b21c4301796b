-- How a resident comes in without an account: links, codes, sessions, and what slows down guessing.

-- The landlord's own name on the web: 'complaints.example.org'. One name leads to one landlord.
alter table landlord add column own_host text unique
  check (own_host ~ '^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$' and length(own_host) <= 253);
grant update (own_host) on landlord to putright_app;

-- A link that was sent. Its secret is 128 random bits; the row holds a digest of it, so the row opens nothing.
create table resident_link (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  secret_digest bytea not null check (length(secret_digest) = 32),
  -- What it is for, and nothing else: listed in src/store/resident-links.ts.
  purpose text not null check (purpose ~ '^[a-z][a-z-]{1,39}$'),
  case_id uuid,
  person_id uuid,
  -- An id of what it is about: a draft, a promise. Never anybody's words.
  about text check (about ~ '^[\w:-]{1,100}$'),
  made_at timestamptz(3) not null default now(),
  -- The last day on which it works, in London.
  until date not null,
  spent_at timestamptz(3),
  last_used_at timestamptz(3),
  revoked_at timestamptz(3),
  revoked_because text check (revoked_because ~ '^[a-z][a-z-]{1,39}$'),
  primary key (landlord_id, id),
  foreign key (landlord_id, case_id) references case_head (landlord_id, case_id),
  foreign key (landlord_id, person_id) references person (landlord_id, id) on delete cascade,
  check ((revoked_at is null) = (revoked_because is null))
);
create unique index resident_link_by_secret on resident_link (landlord_id, secret_digest);
create index resident_link_by_case on resident_link (landlord_id, case_id, person_id);

-- The code on a party's letters. It is worked out from the salt with the installation's key, which is not in the database:
-- nobody can read a code from this row.
create table access_code (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  salt bytea not null check (length(salt) = 16),
  made_at timestamptz(3) not null default now(),
  -- Null: it was made for a letter, not asked for by anybody.
  made_by uuid,
  last_used_at timestamptz(3),
  ended_at timestamptz(3),
  -- Null with ended_at: the party ended it, or their part in the case ended.
  ended_by uuid,
  ended_because text check (ended_because ~ '^[a-z][a-z-]{1,39}$'),
  primary key (landlord_id, id),
  foreign key (landlord_id, case_id) references case_head (landlord_id, case_id),
  foreign key (landlord_id, person_id) references person (landlord_id, id) on delete cascade,
  foreign key (landlord_id, made_by) references staff (landlord_id, id),
  foreign key (landlord_id, ended_by) references staff (landlord_id, id),
  check ((ended_at is null) = (ended_because is null))
);
create unique index access_code_that_holds on access_code (landlord_id, case_id, person_id) where ended_at is null;

-- Somebody asked for a code of six digits. A row stands also when nothing fitted, so that both look alike from outside.
create table one_time_code (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  -- The browser that asked: the code works there alone, so nobody else can use up its tries.
  asker_digest bytea not null check (length(asker_digest) = 32),
  case_id uuid,
  person_id uuid,
  asked_at timestamptz(3) not null,
  -- What was typed, closed by the installation's key, until a job has looked whom it is of: whoever asks waits for no look.
  asked bytea,
  -- More was asked than one person asks: nothing is sent.
  too_many boolean not null default false,
  -- Set when the message that carries it leaves.
  salt bytea check (length(salt) = 16),
  code_digest bytea check (length(code_digest) = 32),
  minted_at timestamptz(3),
  tries smallint not null default 0,
  spent_at timestamptz(3),
  primary key (landlord_id, id),
  foreign key (landlord_id, case_id) references case_head (landlord_id, case_id),
  foreign key (landlord_id, person_id) references person (landlord_id, id) on delete cascade
);
create index one_time_code_by_asker on one_time_code (landlord_id, asker_digest, asked_at);
create index one_time_code_by_party on one_time_code (landlord_id, case_id, person_id, asked_at);
create index one_time_code_by_time on one_time_code (landlord_id, asked_at);

-- A browser that was let in. The cookie holds a secret, the row a digest of it. What it may see is looked up each time.
create table resident_session (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  secret_digest bytea not null check (length(secret_digest) = 32),
  purpose text not null check (purpose ~ '^[a-z][a-z-]{1,39}$'),
  case_id uuid,
  person_id uuid,
  about text check (about ~ '^[\w:-]{1,100}$'),
  -- How it came in.
  way text not null check (way in ('link', 'access-code', 'one-time-code', 'form')),
  link_id uuid,
  access_code_id uuid,
  made_at timestamptz(3) not null,
  last_seen_at timestamptz(3) not null,
  ended_at timestamptz(3),
  ended_because text check (ended_because ~ '^[a-z][a-z-]{1,39}$'),
  primary key (landlord_id, id),
  foreign key (landlord_id, case_id) references case_head (landlord_id, case_id),
  foreign key (landlord_id, person_id) references person (landlord_id, id) on delete cascade,
  foreign key (landlord_id, link_id) references resident_link (landlord_id, id) on delete cascade,
  foreign key (landlord_id, access_code_id) references access_code (landlord_id, id) on delete cascade,
  check ((ended_at is null) = (ended_because is null))
);
create unique index resident_session_by_secret on resident_session (landlord_id, secret_digest);
create index resident_session_by_case on resident_session (landlord_id, case_id, person_id);
create index resident_session_by_time on resident_session (landlord_id, last_seen_at);

-- How many guesses of late were wrong, under digests of where they came from and what they were about.
create table guess_count (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  key_digest bytea not null check (length(key_digest) = 32),
  began_at timestamptz(3) not null,
  failures integer not null check (failures >= 0),
  primary key (landlord_id, key_digest, began_at)
);
create index guess_count_by_time on guess_count (landlord_id, began_at);

do $$
declare t text;
begin
  foreach t in array array['resident_link', 'access_code', 'one_time_code', 'resident_session', 'guess_count']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy landlord on %I
         using (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid)
         with check (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid)', t);
  end loop;
end $$;

grant select, insert on resident_link, access_code to putright_app;
grant update (spent_at, last_used_at, revoked_at, revoked_because) on resident_link to putright_app;
grant update (last_used_at, ended_at, ended_by, ended_because) on access_code to putright_app;
grant select, insert, update, delete on one_time_code, guess_count to putright_app;
grant select, insert, delete on resident_session to putright_app;
grant update (last_seen_at, ended_at, ended_because) on resident_session to putright_app;
