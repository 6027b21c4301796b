-- Packs on a calendar, with what was asked of them and answered; the return to the regulator; the yearly submission to the
-- Ombudsman. What was made is kept as it was made: it is never worked out again in its place.

create table pack (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  every text not null check (every in ('week', 'month', 'quarter', 'year')),
  audience text not null,
  period_name text not null,
  period_from date not null,
  period_until date not null,
  made_on date not null,
  made_at timestamptz(3) not null default now(),
  -- The document and its figures as they were on that day.
  document jsonb not null,
  figures jsonb not null,
  history_head text not null,
  history_entries bigint not null,
  primary key (landlord_id, id),
  unique (landlord_id, every, audience, period_from)
);
create index pack_by_period on pack (landlord_id, period_until desc, every, audience);

-- A question put to the landlord about a pack, by a member of the board, of the panel, or anyone.
create table pack_challenge (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  id uuid not null,
  pack_id uuid not null,
  question text not null check (question <> ''),
  asked_by text not null check (asked_by <> ''),
  asked_on date not null,
  entered_by uuid not null,
  entered_at timestamptz(3) not null default now(),
  primary key (landlord_id, id),
  foreign key (landlord_id, pack_id) references pack
);
create index pack_challenge_by_pack on pack_challenge (landlord_id, pack_id, asked_on);

-- Answers are added, never written over: the last one holds, those before it stay to be seen.
create table pack_answer (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  id uuid not null,
  challenge_id uuid not null,
  answer text not null check (answer <> ''),
  answered_by text not null check (answered_by <> ''),
  answered_on date not null,
  entered_by uuid not null,
  entered_at timestamptz(3) not null default now(),
  primary key (landlord_id, id),
  foreign key (landlord_id, challenge_id) references pack_challenge
);
create index pack_answer_by_challenge on pack_answer (landlord_id, challenge_id, entered_at);

-- Who had it in front of them: 9.5 and 9.7 ask that the member responsible and the governing body receive it.
create table pack_received (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  pack_id uuid not null,
  staff_id uuid not null,
  first_at timestamptz(3) not null default now(),
  primary key (landlord_id, pack_id, staff_id),
  foreign key (landlord_id, pack_id) references pack
);

create table tsm_return (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  year_from date not null,
  reading text not null default 'with-extensions' check (reading in ('base', 'with-extensions')),
  -- Null until it is frozen; then what was returned, as it was.
  frozen_at timestamptz(3),
  frozen_by uuid,
  sheet jsonb,
  history_head text,
  history_entries bigint,
  submitted_on date,
  submitted_note text,
  submitted_by uuid,
  primary key (landlord_id, year_from),
  check ((frozen_at is null) = (sheet is null)),
  check (submitted_on is null or frozen_at is not null)
);

-- Figures of the return whose records are elsewhere. The last one typed holds.
create table tsm_typed (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  year_from date not null,
  code text not null,
  stock text not null check (stock in ('LCRA', 'LCHO')),
  numerator integer not null check (numerator >= 0),
  denominator integer not null check (denominator >= 0),
  source text not null,
  entered_by uuid not null,
  entered_at timestamptz(3) not null default now(),
  primary key (landlord_id, id)
);
create index tsm_typed_by_year on tsm_typed (landlord_id, year_from, code, stock, entered_at);

-- The steps of the yearly submission. Each entry is kept; the last one of an item holds.
create table submission_entry (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  year_from date not null,
  item text not null,
  done_on date,
  address text,
  note text,
  file bytea,
  entered_by uuid not null,
  entered_at timestamptz(3) not null default now(),
  primary key (landlord_id, id)
);
create index submission_entry_by_year on submission_entry (landlord_id, year_from, item, entered_at);

do $$
declare t text;
begin
  foreach t in array array[
    'pack', 'pack_challenge', 'pack_answer', 'pack_received', 'tsm_return', 'tsm_typed', 'submission_entry'
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

grant select, insert on pack, pack_challenge, pack_answer, pack_received, tsm_typed, submission_entry to putright_app;
grant select, insert, update on tsm_return to putright_app;
