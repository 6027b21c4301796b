-- Bundles: papers put together for somebody outside. For the Ombudsman, about one case; for a person who asks what is
-- held of them, from every case. What is hidden is hidden in pictures of the pages; originals stay as they were.

-- Somebody asks for what is held of them (UK GDPR, article 15). Its clock is one calendar month.
create table subject_request (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  received_on date not null,
  due_on date not null,
  -- Two further months, for what is complex or many; told within the first.
  extended_to date,
  extended_told_on date,
  extended_because text,
  note text,
  made_by uuid not null,
  made_at timestamptz(3) not null default now(),
  answered_on date,
  primary key (landlord_id, id),
  foreign key (landlord_id, person_id) references person (landlord_id, id),
  foreign key (landlord_id, made_by) references staff (landlord_id, id),
  check (due_on > received_on),
  check ((extended_to is null) = (extended_told_on is null) and (extended_to is null) = (extended_because is null))
);
create index subject_request_open on subject_request (landlord_id, due_on) where answered_on is null;

create table bundle (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null default gen_random_uuid(),
  audience text not null check (audience in ('ombudsman', 'subject')),
  case_id uuid,
  request_id uuid,
  -- The kinds of papers that are asked for.
  asked text[] not null default '{}',
  -- Null: the command line made it.
  made_by uuid,
  made_at timestamptz(3) not null default now(),
  -- Counts every choice about what goes out.
  version integer not null default 1 check (version > 0),
  state text not null default 'choosing' check (state in ('choosing', 'making', 'made', 'stopped', 'put-aside')),
  -- Of which version its volumes are.
  made_version integer,
  volumes_planned integer,
  pages integer,
  step text check (step in ('papers', 'volumes', 'index')),
  trouble text check (trouble ~ '^[a-z][a-z-]{1,39}$'),
  begun_at timestamptz(3),
  ended_at timestamptz(3),
  primary key (landlord_id, id),
  foreign key (landlord_id, case_id) references case_head (landlord_id, case_id),
  foreign key (landlord_id, request_id) references subject_request (landlord_id, id),
  foreign key (landlord_id, made_by) references staff (landlord_id, id),
  check ((audience = 'ombudsman') = (case_id is not null)),
  check ((audience = 'subject') = (request_id is not null))
);
create index bundle_by_case on bundle (landlord_id, case_id) where case_id is not null;
create index bundle_by_request on bundle (landlord_id, request_id) where request_id is not null;
create index bundle_by_time on bundle (landlord_id, made_at);

-- One paper: a file of a case, the words of an entry, or what the product writes (a chronology, the policy of then).
create table bundle_piece (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  bundle_id uuid not null,
  id uuid not null default gen_random_uuid(),
  -- What makes it one paper, so that it is gathered once.
  key text not null,
  kind text not null check (kind ~ '^[a-z][a-z-]{1,39}$'),
  source text not null check (source in ('file', 'words', 'chronology', 'policy', 'record')),
  case_id uuid,
  seq integer,
  file bytea check (length(file) = 32),
  title text not null,
  on_day date,
  standing text not null default 'in' check (standing in ('in', 'confidence', 'privileged', 'out')),
  -- Who held it back or left it out, and why.
  reason text,
  marked_by uuid,
  marked_at timestamptz(3),
  -- Who has looked through it for what is about others.
  looked_by uuid,
  looked_at timestamptz(3),
  -- The paper as pages: what it was made from, and the file that was made; null where it has no pages.
  made_from bytea,
  made_file bytea check (length(made_file) = 32),
  pages integer check (pages > 0),
  page_size bigint,
  -- The same with what is hidden painted over.
  hidden_from bytea,
  hidden_file bytea check (length(hidden_file) = 32),
  hidden_size bigint,
  trouble text check (trouble ~ '^[a-z][a-z-]{1,39}$'),
  -- Where it stands in the volumes that were made last.
  first_page integer,
  last_page integer,
  primary key (landlord_id, bundle_id, id),
  unique (landlord_id, bundle_id, key),
  foreign key (landlord_id, bundle_id) references bundle on delete cascade,
  foreign key (landlord_id, marked_by) references staff (landlord_id, id),
  foreign key (landlord_id, looked_by) references staff (landlord_id, id),
  check ((source = 'file') = (file is not null)),
  -- What lawyers wrote is held back by a named person, with a reason.
  check (standing <> 'privileged' or (reason is not null and marked_by is not null))
);
create index bundle_piece_by_file on bundle_piece (landlord_id, file) where file is not null;

-- A place on a page that is painted over, in ten thousandths of the page as it is seen.
create table bundle_box (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  bundle_id uuid not null,
  piece_id uuid not null,
  id uuid not null default gen_random_uuid(),
  page integer not null check (page > 0),
  x integer not null check (x between 0 and 9999),
  y integer not null check (y between 0 and 9999),
  w integer not null check (w between 1 and 10000),
  h integer not null check (h between 1 and 10000),
  reason text not null check (reason ~ '^[a-z][a-z-]{1,39}$'),
  note text,
  made_by uuid not null,
  made_at timestamptz(3) not null default now(),
  primary key (landlord_id, bundle_id, piece_id, id),
  foreign key (landlord_id, bundle_id, piece_id) references bundle_piece on delete cascade,
  foreign key (landlord_id, made_by) references staff (landlord_id, id),
  check (x + w <= 10000 and y + h <= 10000)
);

-- What was made: volumes, the index, the manifest, and what has no pages. A volume is known by a digest of what is in it:
-- one that is finished survives whatever happens to the rest, and stays while nothing in it changes.
create table bundle_volume (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  bundle_id uuid not null,
  what text not null check (what in ('volume', 'index', 'manifest', 'enclosure')),
  n integer not null check (n > 0),
  plan bytea not null check (length(plan) = 32),
  name text not null,
  file bytea not null check (length(file) = 32),
  content bytea not null check (length(content) = 32),
  size bigint not null check (size > 0),
  first_page integer,
  last_page integer,
  -- Of which versions of the bundle it is part.
  versions integer[] not null,
  made_at timestamptz(3) not null default now(),
  primary key (landlord_id, bundle_id, what, n, plan),
  foreign key (landlord_id, bundle_id) references bundle on delete cascade
);

-- Somebody has looked at one version for what may not go out.
create table bundle_check (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  bundle_id uuid not null,
  version integer not null,
  checked_by uuid not null,
  checked_at timestamptz(3) not null default now(),
  primary key (landlord_id, bundle_id, version),
  foreign key (landlord_id, bundle_id) references bundle on delete cascade,
  foreign key (landlord_id, checked_by) references staff (landlord_id, id)
);

-- To whom, how, until when. A link's secret and code are held as digests.
create table bundle_handover (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  id uuid not null default gen_random_uuid(),
  bundle_id uuid not null,
  version integer not null,
  how text not null check (how in ('link', 'archive')),
  to_name text not null check (to_name <> ''),
  to_email text,
  secret_digest bytea check (length(secret_digest) = 32),
  until date,
  made_by uuid not null,
  made_at timestamptz(3) not null default now(),
  ended_at timestamptz(3),
  -- The request whose code was sent last, and what it let in.
  code_request uuid,
  pass_digest bytea check (length(pass_digest) = 32),
  pass_until timestamptz(3),
  primary key (landlord_id, id),
  foreign key (landlord_id, bundle_id) references bundle on delete cascade,
  foreign key (landlord_id, made_by) references staff (landlord_id, id),
  check ((how = 'link') = (to_email is not null)),
  check ((how = 'link') = (until is not null))
);
create index bundle_handover_by_bundle on bundle_handover (landlord_id, bundle_id, made_at);

create table bundle_download (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  handover_id uuid not null,
  id uuid not null default gen_random_uuid(),
  name text not null,
  content bytea check (length(content) = 32),
  at timestamptz(3) not null,
  primary key (landlord_id, handover_id, id),
  foreign key (landlord_id, handover_id) references bundle_handover on delete cascade
);

do $$
declare t text;
begin
  foreach t in array array['subject_request', 'bundle', 'bundle_piece', 'bundle_box', 'bundle_volume', 'bundle_check',
    'bundle_handover', 'bundle_download'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy landlord on %I
         using (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid)
         with check (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid)', t);
  end loop;
end $$;

grant select, insert, update on subject_request, bundle, bundle_handover to putright_app;
grant select, insert, update, delete on bundle_piece, bundle_box, bundle_volume to putright_app;
grant select, insert on bundle_check, bundle_download to putright_app;
