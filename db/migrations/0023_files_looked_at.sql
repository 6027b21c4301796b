-- What the virus scan and the previews say of each file, and post that was scanned on paper. Bytes that anybody sent are
-- not served until they have been looked at; what the product made itself is known by a row of its own.

-- Files that the product made (letters, reports, returns), and those that the demonstration brought.
create table file_made (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  digest bytea not null check (length(digest) = 32),
  by_whom text not null check (by_whom in ('product', 'demonstration')),
  primary key (landlord_id, digest),
  foreign key (landlord_id, digest) references file on delete cascade
);

-- One row for the same bytes, however many rows of `file` name them. Left out of backups: what is restored is looked at
-- again, with the scanner and the previews of that day.
create table file_look (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  content bytea not null check (length(content) = 32),
  asked_at timestamptz(3) not null default now(),
  -- Whole messages wait behind what came with them: a flood of mail must not keep a photograph from being seen.
  later boolean not null default false,
  scan text not null default 'waiting' check (scan in ('waiting', 'clean', 'infected', 'cannot', 'not-scanned')),
  -- Why it waits, or can't be scanned: a word from a list, never what the scanner or the file says.
  scan_because text check (scan_because in
    ('scanner-down', 'encrypted', 'over-limit', 'closed-kind', 'missing')),
  -- What the scanner calls the malware.
  found text,
  scanned_at timestamptz(3),
  preview text not null default 'waiting' check (preview in ('waiting', 'made', 'none', 'failed')),
  preview_because text check (preview_because in
    ('damaged', 'locked', 'too-large', 'too-long', 'too-many', 'no-kind', 'unsafe-kind')),
  pictures integer not null default 0 check (pictures >= 0),
  has_text boolean not null default false,
  -- A copy of the whole without what it said of itself: pictures alone have one.
  copy_type text check (copy_type in ('image/jpeg', 'image/png')),
  width integer,
  height integer,
  pages integer,
  -- When the camera says that it was taken, in the camera's own time; and whether it says where.
  taken_at text check (taken_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d'),
  located boolean not null default false,
  attempts integer not null default 0,
  next_at timestamptz(3) not null default now(),
  primary key (landlord_id, content)
);
comment on table file_look is 'derived';
create index file_look_waiting on file_look (landlord_id, later, next_at) where scan = 'waiting' or preview = 'waiting';

-- Who opened a file that no scanner found clean, having been warned.
create table file_warning (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null default gen_random_uuid(),
  digest bytea not null check (length(digest) = 32),
  scan text not null,
  staff_id uuid not null,
  at timestamptz(3) not null default now(),
  primary key (landlord_id, id),
  foreign key (landlord_id, staff_id) references staff (landlord_id, id)
);
create index file_warning_by_file on file_warning (landlord_id, digest);

-- One scanned document, which may hold several letters.
create table post_scan (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  file bytea not null check (length(file) = 32),
  content bytea not null check (length(content) = 32),
  came_by text not null check (came_by in ('folder', 'upload')),
  uploaded_by uuid,
  came_at timestamptz(3) not null,
  scanned_on date not null,
  state text not null default 'waiting' check (state in ('waiting', 'to-split', 'split', 'unreadable')),
  trouble text check (trouble in ('not-a-pdf', 'damaged', 'locked', 'too-many', 'too-long', 'too-large', 'infected',
    'not-scannable')),
  pages integer,
  pages_read integer not null default 0,
  attempts integer not null default 0,
  next_at timestamptz(3) not null default now(),
  -- The words of one of its letters were erased: it goes once the others have been seen to.
  erase_when_done boolean not null default false,
  primary key (landlord_id, id),
  unique (landlord_id, content),
  foreign key (landlord_id, uploaded_by) references staff (landlord_id, id)
);
create index post_scan_to_do on post_scan (landlord_id, state, came_at);

-- A page as it was read. Its text goes when its letter has become something: it is in the case then.
create table post_page (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  scan_id uuid not null,
  n integer not null check (n > 0),
  text text not null default '',
  reference text,
  found_by text check (found_by in ('barcode', 'text')),
  separator boolean not null default false,
  blank boolean not null default false,
  primary key (landlord_id, scan_id, n),
  foreign key (landlord_id, scan_id) references post_scan on delete cascade
);

-- The pages that make one letter, and what a person made of it.
create table post_letter (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  id uuid not null,
  scan_id uuid not null,
  pages integer[] not null check (cardinality(pages) > 0),
  state text not null default 'waiting' check (state in ('waiting', 'contact', 'joined', 'aside')),
  received_on date,
  case_id uuid,
  aside_because text,
  settled_by uuid,
  settled_at timestamptz(3),
  primary key (landlord_id, id),
  foreign key (landlord_id, scan_id) references post_scan on delete cascade,
  foreign key (landlord_id, settled_by) references staff (landlord_id, id),
  check ((state = 'waiting') = (settled_at is null))
);
create index post_letter_waiting on post_letter (landlord_id, scan_id) where state = 'waiting';
create index post_letter_by_case on post_letter (landlord_id, case_id) where case_id is not null;

do $$
declare t text;
begin
  foreach t in array array['file_made', 'file_look', 'file_warning', 'post_scan', 'post_page', 'post_letter'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy landlord on %I
         using (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid)
         with check (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid)', t);
  end loop;
end $$;

grant select, insert on file_made, file_warning to putright_app;
grant select, insert, update, delete on file_look, post_page to putright_app;
grant select, insert, update, delete on post_scan, post_letter to putright_app;
