-- What a landlord publishes for anybody to read, and how its annual report comes about: who is asked for which words, who
-- comments and approves, what was frozen, and from which history.

-- 1 Published --------------------------------------------------------------------------------------------------------

-- The landlord's part of a public address, given once and kept: links in the world outlive a change of name.
alter table landlord add column slug text unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
grant update (slug) on landlord to putright_app;

-- A document as it was when it was published. The newest version of a kind and period is the one that holds.
create table publication (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  kind text not null check (kind ~ '^[a-z][a-z-]{1,39}$'),
  -- '2023-24', 'july-to-september-2026': a part of the address.
  period text not null check (period ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  version smallint not null check (version > 0),
  title text not null check (title <> ''),
  document jsonb not null,
  published_on date not null,
  published_at timestamptz(3) not null default clock_timestamp(),
  published_by uuid,
  -- Why it was published again; null for a first version.
  because text,
  taken_down_on date,
  taken_down_by uuid,
  taken_down_because text,
  primary key (landlord_id, id),
  unique (landlord_id, kind, period, version),
  foreign key (landlord_id, published_by) references staff (landlord_id, id),
  foreign key (landlord_id, taken_down_by) references staff (landlord_id, id),
  check ((taken_down_on is null) = (taken_down_because is null))
);

create table publication_file (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  publication_id uuid not null,
  format text not null check (format in ('pdf', 'docx', 'csv', 'json')),
  name text not null check (name <> ''),
  file bytea not null check (length(file) = 32),
  primary key (landlord_id, publication_id, format),
  foreign key (landlord_id, publication_id) references publication (landlord_id, id)
);

-- Where else it stands: the landlord's own website, a newsletter. Added to.
create table publication_place (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  publication_id uuid not null,
  id bigint generated always as identity,
  address text not null check (address <> ''),
  published_on date not null,
  evidence text not null default '',
  noted_by uuid,
  noted_at timestamptz(3) not null default clock_timestamp(),
  primary key (landlord_id, publication_id, id),
  foreign key (landlord_id, publication_id) references publication (landlord_id, id),
  foreign key (landlord_id, noted_by) references staff (landlord_id, id)
);

-- 2 Annual reports ---------------------------------------------------------------------------------------------------

create table report (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  -- The year in which the reporting year begins: 2023 is 1 April 2023 to 31 March 2024.
  year smallint not null check (year between 2000 and 2199),
  -- A report made again for the same year is round 2.
  round smallint not null default 1 check (round > 0),
  state text not null default 'draft' check (state in ('draft', 'in-comment', 'approved', 'frozen', 'published')),
  began_by uuid,
  began_on date not null,
  -- Moves with everything that changes what the report says: an approval is of one version.
  version integer not null default 1 check (version > 0),
  publication_id uuid,
  primary key (landlord_id, id),
  unique (landlord_id, year, round),
  foreign key (landlord_id, began_by) references staff (landlord_id, id),
  foreign key (landlord_id, publication_id) references publication (landlord_id, id)
);

-- What somebody wrote for one place of the report, every version kept. Added to.
create table report_text (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  report_id uuid not null,
  place text not null check (place ~ '^[a-z][a-z0-9-]{1,39}$'),
  version integer not null check (version > 0),
  text text not null,
  -- Under whose name and office it stands in the report.
  said_by text not null,
  office text not null,
  written_by uuid,
  written_on date not null,
  written_at timestamptz(3) not null default clock_timestamp(),
  primary key (landlord_id, report_id, place, version),
  foreign key (landlord_id, report_id) references report (landlord_id, id),
  foreign key (landlord_id, written_by) references staff (landlord_id, id)
);

create table report_ask (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  report_id uuid not null,
  id uuid not null,
  place text not null,
  asked uuid not null,
  asked_by uuid,
  asked_on date not null,
  due_on date not null,
  note text not null default '',
  state text not null default 'open' check (state in ('open', 'answered', 'taken-back')),
  primary key (landlord_id, id),
  foreign key (landlord_id, report_id) references report (landlord_id, id),
  foreign key (landlord_id, asked) references staff (landlord_id, id),
  foreign key (landlord_id, asked_by) references staff (landlord_id, id)
);
create index report_ask_open on report_ask (landlord_id, asked) where state = 'open';

-- Reminders that were due, so that none goes twice; by e-mail, or on the page alone.
create table report_reminder (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  ask_id uuid not null,
  on_day date not null,
  by_mail boolean not null,
  primary key (landlord_id, ask_id, on_day),
  foreign key (landlord_id, ask_id) references report_ask (landlord_id, id)
);

create table report_comment (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  report_id uuid not null,
  id uuid not null,
  -- A challenge holds the approval until it is answered.
  kind text not null check (kind in ('comment', 'challenge')),
  text text not null check (text <> ''),
  by_staff uuid not null,
  on_day date not null,
  made_at timestamptz(3) not null default clock_timestamp(),
  answer text,
  answered_by uuid,
  answered_on date,
  primary key (landlord_id, id),
  foreign key (landlord_id, report_id) references report (landlord_id, id),
  foreign key (landlord_id, by_staff) references staff (landlord_id, id),
  foreign key (landlord_id, answered_by) references staff (landlord_id, id),
  check ((answer is null) = (answered_on is null))
);

-- Two people approve the same version. Added to.
create table report_approval (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  report_id uuid not null,
  version integer not null,
  by_staff uuid not null,
  name text not null,
  office text not null check (office <> ''),
  approved_on date not null,
  minutes text not null default '',
  recorded_at timestamptz(3) not null default clock_timestamp(),
  primary key (landlord_id, report_id, version, by_staff),
  foreign key (landlord_id, report_id) references report (landlord_id, id),
  foreign key (landlord_id, by_staff) references staff (landlord_id, id)
);

-- What people know and no case says: findings that the Code was not met, reports about the landlord, publications.
create table report_item (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  report_id uuid not null,
  id uuid not null,
  part text not null check (part in ('c', 'd', 'e', 'f')),
  title text not null check (title <> ''),
  address text not null default '',
  on_day date,
  words text not null default '',
  noted_by uuid,
  removed_at timestamptz(3),
  removed_by uuid,
  primary key (landlord_id, id),
  foreign key (landlord_id, report_id) references report (landlord_id, id),
  foreign key (landlord_id, noted_by) references staff (landlord_id, id),
  foreign key (landlord_id, removed_by) references staff (landlord_id, id)
);

-- A row of the learning table: begun from what a case taught, put into words that name nobody.
create table report_lesson (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  report_id uuid not null,
  id uuid not null,
  -- The entry that it began from; null for one that a person put in by hand.
  case_id uuid,
  seq integer,
  area text not null default '',
  outline text not null default '',
  response text not null default '',
  learning text not null default '',
  included boolean not null default false,
  version integer not null default 1 check (version > 0),
  primary key (landlord_id, id),
  unique (landlord_id, report_id, case_id, seq),
  foreign key (landlord_id, report_id) references report (landlord_id, id)
);

-- What was frozen: the document, every figure with its key, where the history stood, and the files as they were given.
create table report_frozen (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  report_id uuid not null,
  frozen_on date not null,
  frozen_at timestamptz(3) not null default clock_timestamp(),
  frozen_by uuid,
  version integer not null,
  document jsonb not null,
  figures jsonb not null,
  before jsonb not null,
  -- sha256 over the document and its figures, printed in the document's file names and told by verify.
  digest text not null,
  head text not null,
  head_cases integer not null,
  head_entries bigint not null,
  pdf bytea not null check (length(pdf) = 32),
  docx bytea not null check (length(docx) = 32),
  primary key (landlord_id, report_id),
  foreign key (landlord_id, report_id) references report (landlord_id, id),
  foreign key (landlord_id, frozen_by) references staff (landlord_id, id)
);

-- 3 Row security and rights ------------------------------------------------------------------------------------------

do $$
declare t text;
begin
  foreach t in array array['publication', 'publication_file', 'publication_place', 'report', 'report_text', 'report_ask',
    'report_reminder', 'report_comment', 'report_approval', 'report_item', 'report_lesson', 'report_frozen']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy landlord on %I
         using (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid)
         with check (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid)', t);
  end loop;
end $$;

grant select, insert on publication, publication_file, publication_place, report, report_text, report_ask,
  report_reminder, report_comment, report_approval, report_item, report_lesson, report_frozen to putright_app;
-- What was published or frozen is never changed: it is taken down, or followed by another.
grant update (taken_down_on, taken_down_by, taken_down_because) on publication to putright_app;
grant update (state, version, publication_id) on report to putright_app;
grant update (state) on report_ask to putright_app;
grant update (answer, answered_by, answered_on) on report_comment to putright_app;
grant update (removed_at, removed_by) on report_item to putright_app;
grant update (area, outline, response, learning, included, version) on report_lesson to putright_app;
