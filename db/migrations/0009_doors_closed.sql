-- Every landlord has to be found before anybody is in one, so all of them can be read. To rename one, a transaction has to
-- be that landlord's.
alter table landlord enable row level security;
create policy found on landlord for select using (true);
create policy made on landlord for insert with check (true);
create policy own on landlord for update
  using (id = nullif(current_setting('putright.landlord', true), '')::uuid)
  with check (id = nullif(current_setting('putright.landlord', true), '')::uuid);

-- Outside any landlord, nothing is enqueued either: without one, nothing would differ from nothing.
grant create, usage on schema public to putright_jobs;
set local role putright_jobs;

create or replace function putright_enqueue(name text, landlord uuid, case_id uuid, seq int, payload jsonb) returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  if landlord is null or landlord is distinct from nullif(current_setting('putright.landlord', true), '')::uuid then
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

set local role none;
set local role putright_owner;
revoke create on schema public from putright_jobs;
