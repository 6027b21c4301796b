-- Promises: what lists of them need, and the jobs that do them.

-- The digest of what was promised in words; since when the resident has been asked; what of it they have not been told.
alter table promise
  add column words text,
  add column waiting_since date,
  add column end_asked_on date,
  add column end_ground text,
  add column untold boolean not null default false;

-- Each list of promises is read along its own index, the oldest first; 'promise_open' has neither who nor what counts.
drop index promise_open;
create index promise_open on promise (landlord_id, due_on, promise_id)
  include (team_id, owner_id, resident_says)
  where state = 'open' and counts;
create index promise_open_by_team on promise (landlord_id, team_id, due_on, promise_id)
  where state = 'open' and counts;
create index promise_waiting on promise (landlord_id, waiting_since, promise_id)
  include (team_id, owner_id)
  where waiting_since is not null and counts;
create index promise_said_not_done on promise (landlord_id, due_on, promise_id)
  include (team_id, owner_id)
  where state = 'open' and resident_says = 'not-done' and counts;
create index promise_end_asked on promise (landlord_id, end_asked_on, promise_id)
  include (team_id, owner_id)
  where end_asked_on is not null and state = 'open' and counts;
create index promise_untold on promise (landlord_id, due_on, promise_id)
  include (team_id, owner_id)
  where untold and counts;
create index promise_over on promise (landlord_id, state, due_on desc, promise_id)
  where state <> 'open' and counts;

-- The jobs of a repairs system that do what was promised. One job may do several, and one promise may need several jobs.
create table promise_job (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  -- In capitals and without spaces, as numbers are compared.
  job text not null check (job <> ''),
  case_id uuid not null,
  promise_id text not null,
  primary key (landlord_id, job, case_id, promise_id),
  foreign key (landlord_id, case_id) references case_head
);
create index promise_job_by_case on promise_job (landlord_id, case_id);

alter table promise_job enable row level security;
create policy landlord on promise_job
  using (landlord_id = nullif(current_setting('putright.landlord', true), '')::uuid)
  with check (landlord_id = nullif(current_setting('putright.landlord', true), '')::uuid);
grant select, insert, delete on promise_job to putright_app;

-- Who was reminded of what: each promise once for each of its dates and steps.
create table promise_reminder (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  case_id uuid not null,
  promise_id text not null,
  due_on date not null,
  step text not null check (step in ('soon', 'late', 'escalated')),
  primary key (landlord_id, case_id, promise_id, due_on, step),
  foreign key (landlord_id, case_id) references case_head
);

alter table promise_reminder enable row level security;
create policy landlord on promise_reminder
  using (landlord_id = nullif(current_setting('putright.landlord', true), '')::uuid)
  with check (landlord_id = nullif(current_setting('putright.landlord', true), '')::uuid);
grant select, insert on promise_reminder to putright_app;

-- What a repairs system said of a job, each once: what its word means to us and the day, never its words.
create table promise_job_said (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  row_digest bytea not null check (length(row_digest) = 32),
  job text not null,
  meaning text not null check (meaning in ('done', 'no-access', 'cancelled', 'under-way')),
  said_on date,
  n bigint generated always as identity,
  taken_by uuid not null,
  taken_at timestamptz not null default now(),
  primary key (landlord_id, row_digest),
  foreign key (landlord_id, taken_by) references staff (landlord_id, id)
);
create index promise_job_said_by_job on promise_job_said (landlord_id, job, n desc);

alter table promise_job_said enable row level security;
create policy landlord on promise_job_said
  using (landlord_id = nullif(current_setting('putright.landlord', true), '')::uuid)
  with check (landlord_id = nullif(current_setting('putright.landlord', true), '')::uuid);
grant select, insert, delete on promise_job_said to putright_app;

alter table sheet_kept drop constraint sheet_kept_what_check;
alter table sheet_kept add constraint sheet_kept_what_check
  check (what in ('benchmarks', 'perception', 'survey-rows', 'jobs'));
