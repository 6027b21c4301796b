-- Registers as landlords really have them: what was read from a file, how its columns were understood, and what became of each row.

-- A register that rows come from. A row is known again by its register and its digest, which takes this salt, so that
-- nobody finds out from a digest what a row held.
create table register_source (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  name text not null check (name <> ''),
  salt bytea not null check (length(salt) = 16),
  primary key (landlord_id, id),
  unique (landlord_id, name)
);

-- How a register with these headings is read: confirmed once, and remembered.
create table register_map (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  headings bytea not null check (length(headings) = 32),
  map jsonb not null,
  used_at timestamptz(3) not null default now(),
  primary key (landlord_id, headings)
);

create table register_import (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  source_id uuid not null,
  file_name text not null,
  file_digest bytea not null check (length(file_digest) = 32),
  file_size bigint not null,
  -- Where an upload is kept until it is taken.
  kept_file text,
  map jsonb not null,
  mode text not null check (mode in ('good-rows', 'all-or-none')),
  state text not null check (state in ('waiting', 'taking', 'taken', 'refused', 'taking-back', 'taken-back')),
  -- The file is read twice where a stage 2 stands above its stage 1; the last line that is dealt with.
  sweep smallint not null default 1,
  line integer not null default 0,
  rows_in_file integer,
  -- The last line whose words search finds: they go there when the rows are in.
  findable_line integer not null default 0,
  rows integer not null default 0,
  taken integer not null default 0,
  already integer not null default 0,
  changed integer not null default 0,
  refused integer not null default 0,
  warned integer not null default 0,
  cases integer not null default 0,
  taken_back integer not null default 0,
  kept_cases integer not null default 0,
  notes jsonb not null default '[]',
  by_staff_id uuid,
  begun_at timestamptz(3) not null,
  ended_at timestamptz(3),
  primary key (landlord_id, id),
  foreign key (landlord_id, source_id) references register_source
);
create index register_import_newest on register_import (landlord_id, begun_at desc);

create table register_row (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  import_id uuid not null,
  line integer not null,
  source_id uuid not null,
  -- Of the whole mapped row; null for a row that was refused.
  digest bytea check (length(digest) = 32),
  -- By which an earlier row of the same matter is looked for: the register's own reference, else a digest of what does not change.
  key text,
  -- Which fields were filled, a letter each.
  filled text not null default '',
  -- What kind of row it is: 'stage-1', 'stage-2', 'mp-enquiry'…
  row_kind text,
  became text not null check (became in ('taken', 'already', 'changed', 'refused')),
  case_id uuid,
  first_seq integer,
  last_seq integer,
  -- [heading or null, sentence] for each thing that is wrong.
  problems jsonb,
  -- The row counts as known. Not one that was refused, was known already, or was taken back.
  stands boolean not null,
  primary key (landlord_id, import_id, line),
  foreign key (landlord_id, import_id) references register_import
);
create unique index register_row_known on register_row (landlord_id, source_id, digest) where stands;
create index register_row_by_key on register_row (landlord_id, source_id, key) where stands;
create index register_row_by_case on register_row (landlord_id, case_id) where case_id is not null;

-- Homes are found by exactly their address, whatever its case.
alter table home add column address_plain text generated always as (left(lower(address), 300)) stored;
create index home_by_address on home (landlord_id, address_plain);

do $$
declare t text;
begin
  foreach t in array array['register_source', 'register_map', 'register_import', 'register_row'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy landlord on %I '
      'using (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid) '
      'with check (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid)', t);
  end loop;
end
$$;

-- What was brought in stays on record: nothing of it is deleted.
grant select, insert, update (name) on register_source to putright_app;
grant select, insert, update (map, used_at) on register_map to putright_app;
grant select, insert on register_import to putright_app;
grant update (state, sweep, line, rows_in_file, findable_line, rows, taken, already, changed, refused, warned, cases, taken_back,
  kept_cases, notes, kept_file, ended_at) on register_import to putright_app;
grant select, insert on register_row to putright_app;
grant update (stands) on register_row to putright_app;

-- An import makes tables grow a hundredfold within a minute, faster than PostgreSQL looks at them by itself; until it has
-- looked, it may check foreign keys by an index that holds the whole landlord. Only an owner may look, so this is a door.
create function putright_look_at_sizes() returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  analyze case_head, complaint, register_row, home, person;
end
$$;
revoke all on function putright_look_at_sizes() from public;
grant execute on function putright_look_at_sizes() to putright_app;
