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

do $$
declare t text;
begin
  foreach t in array array['outgoing_message']
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
