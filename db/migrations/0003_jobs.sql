-- The door to the jobs. The runner's own tables (schema graphile_worker) belong to putright_jobs and have row security of
-- their own, so the application cannot write them: it calls one function, inside the transaction that makes the job
-- necessary. The function belongs to the role that owns those tables and runs with its rights.

-- What a job about a case has done: written in the transaction of its effect, so that a job that runs twice works once.
create table job_done (
  landlord_id uuid not null references landlord,
  case_id uuid not null,
  seq integer not null,
  name text not null check (name <> ''),
  done_at timestamptz(3) not null default now(),
  primary key (landlord_id, case_id, seq, name)
);

alter table job_done enable row level security;
create policy landlord on job_done
  using (landlord_id = nullif(current_setting('putright.landlord', true), '')::uuid)
  with check (landlord_id = nullif(current_setting('putright.landlord', true), '')::uuid);
grant select, insert on job_done to putright_app;

-- putright_owner is a member of putright_jobs, which needs a place for its function only now.
grant create, usage on schema public to putright_jobs;
set local role putright_jobs;

-- The landlord is the one whose transaction it is: a job can't be enqueued in another's name.
create function putright_enqueue(name text, landlord uuid, case_id uuid, seq int, payload jsonb) returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  if landlord is distinct from nullif(current_setting('putright.landlord', true), '')::uuid then
    raise exception 'a job is enqueued only for the landlord of the transaction';
  end if;
  if (case_id is null) <> (seq is null) then
    raise exception 'a job about a case names the entry that it is about';
  end if;
  perform graphile_worker.add_job(
    identifier => name,
    payload => jsonb_build_object('landlord', landlord, 'caseId', case_id, 'seq', seq, 'asked', payload)::json,
    -- The same job twice is one job: the second only renews what waits.
    job_key => concat_ws(':', name, landlord::text, coalesce(case_id::text || ':' || seq::text, md5(payload::text))),
    job_key_mode => 'preserve_run_at'
  );
end
$$;

revoke all on function putright_enqueue(text, uuid, uuid, int, jsonb) from public;
grant execute on function putright_enqueue(text, uuid, uuid, int, jsonb) to putright_app;

set local role none;
set local role putright_owner;
revoke create on schema public from putright_jobs;
