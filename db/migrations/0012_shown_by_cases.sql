-- For each provision that cases can show: what each case shows, kept current with its history.

-- One row per case and Code: what the case shows of every provision, in one line of marks. '20240409+6.2;' was kept and counts
-- by that day, '20240501-6.3:late;' is an exception with its reason, '20240409?6.1;' is not on record. Worked out from the
-- history; `rebuild` compares it. Nothing in it depends on today.
create table shown (
  landlord_id uuid not null,
  case_id uuid not null,
  edition text not null check (edition in ('2020', '2022', '2024')),
  marks text not null,
  -- The first and last day in the marks, so that a period need not read every case.
  first_on date,
  last_on date,
  primary key (landlord_id, case_id, edition),
  foreign key (landlord_id, case_id) references complaint on delete cascade
);
create index shown_by_day on shown (landlord_id, edition, last_on);

-- How many marks of each kind there are in each month: the sum of n. An append adds the difference it makes in rows of its
-- own, so that no two wait for each other; folding replaces many rows by their sums and changes no sum.
create table shown_tally (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  edition text not null,
  -- '202404' for April 2024.
  month text not null,
  provision text not null,
  -- '+' kept, '-' exception, '?' not on record.
  verdict text not null check (verdict in ('+', '-', '?')),
  -- Why it is an exception, else empty.
  why text not null,
  id uuid not null default gen_random_uuid(),
  n integer not null,
  primary key (landlord_id, edition, month, provision, verdict, why, id)
);

do $$
declare t text;
begin
  foreach t in array array['shown', 'shown_tally']
  loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy landlord on %I
         using (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid)
         with check (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid)', t);
  end loop;
end $$;

grant select, insert, update, delete on shown to putright_app;
grant select, insert, delete on shown_tally to putright_app;
