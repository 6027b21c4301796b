-- Every message that leaves by itself: receipts, codes, questions, alerts; ways out that a landlord set; holds.

-- A message that the product writes: queued in the transaction that made it necessary, sent by a job. Links and codes in
-- it are made when it leaves, so no secret lies here.
create table outgoing_message (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  -- The same key is the same message, however often it is asked for.
  key text not null check (key <> ''),
  purpose text not null check (purpose ~ '^[a-z][a-z0-9-]{1,39}$'),
  case_id uuid,
  person_id uuid,
  staff_id uuid,
  kind text not null check (kind in ('email', 'text-message')),
  address text,
  subject text not null,
  body text not null,
  -- {purpose, person, about, forDays}, and whom a code is for: what is filled in when it leaves.
  link jsonb,
  code jsonb,
  state text not null check (state in
    ('held', 'waiting', 'sending', 'sent', 'delivered', 'failed', 'unsure', 'stopped', 'never')),
  -- Who carried it: smtp or notify.
  by text check (by in ('smtp', 'notify')),
  tries integer not null default 0,
  -- Not before: quiet hours, or a pause that was asked for.
  not_before timestamptz(3),
  queued_at timestamptz(3) not null,
  changed_at timestamptz(3) not null default now(),
  accepted_at timestamptz(3),
  message_id text,
  provider_id text,
  -- One plain sentence, without the address.
  trouble text,
  primary key (landlord_id, id),
  unique (landlord_id, key),
  foreign key (landlord_id, case_id) references case_head,
  foreign key (landlord_id, person_id) references person on delete set null (person_id),
  foreign key (landlord_id, staff_id) references staff (landlord_id, id),
  check (address is not null or state not in ('held', 'waiting', 'sending'))
);
create index outgoing_message_by_case on outgoing_message (landlord_id, case_id, queued_at desc) where case_id is not null;
create index outgoing_message_by_provider on outgoing_message (landlord_id, provider_id) where provider_id is not null;
create index outgoing_message_by_message_id on outgoing_message (landlord_id, message_id) where message_id is not null;
create index outgoing_message_waiting on outgoing_message (landlord_id, not_before) where state in ('held', 'waiting', 'sending');
create index outgoing_message_by_address on outgoing_message (landlord_id, lower(address), queued_at) where address is not null;

-- Letters: which way each goes, when it really left, and whether its sending has been taken back meanwhile.
alter table letter_sending drop constraint letter_sending_state_check;
alter table letter_sending add constraint letter_sending_state_check check (state in
  ('held', 'waiting', 'sending', 'with-supplier', 'to-print', 'sent', 'posted', 'delivered', 'returned', 'failed', 'unsure',
    'stopped', 'never'));
alter table letter_sending
  add column way text check (way in ('smtp', 'notify-email', 'notify-letter', 'supplier', 'print', 'posted', 'by-hand')),
  add column accepted_on date,
  add column taken_back boolean not null default false,
  add column not_before timestamptz(3),
  add column provider_id text,
  -- The e-mail is its text alone, as agreed with the resident.
  add column plain boolean not null default false;
create index letter_sending_by_provider on letter_sending (landlord_id, provider_id) where provider_id is not null;
create index letter_sending_not_left on letter_sending (landlord_id, way)
  where state in ('held', 'waiting', 'sending', 'with-supplier', 'to-print');

-- What a person makes before a letter may go: easy read, a recording, Braille, BSL, a translation, an interpreter. The
-- letter is held until it is done, or until something else was agreed with the resident.
create table adjustment_task (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  case_id uuid not null,
  letter_id uuid not null,
  person_id uuid,
  kind text not null check (kind ~ '^[a-z][a-z-]{1,39}$'),
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'done', 'agreed-otherwise')),
  -- What was done or agreed, in a person's words.
  words text,
  opened_at timestamptz(3) not null,
  closed_at timestamptz(3),
  closed_by uuid,
  primary key (landlord_id, id),
  unique (landlord_id, letter_id, kind),
  foreign key (landlord_id, case_id) references case_head,
  foreign key (landlord_id, person_id) references person on delete set null (person_id),
  foreign key (landlord_id, closed_by) references staff (landlord_id, id),
  check ((state = 'open') = (closed_at is null))
);
create index adjustment_task_open on adjustment_task (landlord_id, due_on) where state = 'open';
create index adjustment_task_by_case on adjustment_task (landlord_id, case_id);

-- A case about which lawyers advise: nothing leaves by itself while the hold stands.
create table case_hold (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  case_id uuid not null,
  -- Who decides what may leave.
  named_staff_id uuid not null,
  reason text not null,
  review_on date not null,
  placed_by uuid not null,
  placed_at timestamptz(3) not null,
  ended_by uuid,
  ended_at timestamptz(3),
  end_reason text,
  primary key (landlord_id, id),
  foreign key (landlord_id, case_id) references case_head,
  foreign key (landlord_id, named_staff_id) references staff (landlord_id, id),
  foreign key (landlord_id, placed_by) references staff (landlord_id, id),
  foreign key (landlord_id, ended_by) references staff (landlord_id, id),
  check ((ended_at is null) = (ended_by is null))
);
create unique index case_hold_that_stands on case_hold (landlord_id, case_id) where ended_at is null;
create index case_hold_to_review on case_hold (landlord_id, review_on) where ended_at is null;

do $$
declare t text;
begin
  foreach t in array array['outgoing_message', 'adjustment_task', 'case_hold']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy landlord on %I
         using (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid)
         with check (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid)', t);
  end loop;
end $$;

grant select, insert, update on outgoing_message to putright_app;
grant select, insert, update on adjustment_task to putright_app;
grant select, insert, update on case_hold to putright_app;

-- A job that is to be done later: a text after quiet hours, a message after the pause that a service asked for.
grant create, usage on schema public to putright_jobs;
set local role putright_jobs;

create function putright_enqueue_at(name text, landlord uuid, payload jsonb, at timestamptz) returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  if landlord is distinct from nullif(current_setting('putright.landlord', true), '')::uuid then
    raise exception 'a job is enqueued only for the landlord of the transaction';
  end if;
  perform graphile_worker.add_job(
    identifier => name,
    payload => jsonb_build_object('landlord', landlord, 'caseId', null, 'seq', null, 'asked', payload)::json,
    run_at => at,
    -- The same job for another time is another job: what has been done by then is found done.
    job_key => concat_ws(':', name, landlord::text, md5(payload::text), extract(epoch from at)::bigint::text),
    job_key_mode => 'preserve_run_at'
  );
end
$$;

revoke all on function putright_enqueue_at(text, uuid, jsonb, timestamptz) from public;
grant execute on function putright_enqueue_at(text, uuid, jsonb, timestamptz) to putright_app;

set local role none;
set local role putright_owner;
revoke create on schema public from putright_jobs;
