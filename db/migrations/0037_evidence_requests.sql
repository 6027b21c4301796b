-- Every request of an Ombudsman for evidence has its own day and its own answer: a later one hides none before it.

create table evidence_request (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  case_id uuid not null,
  -- The entry that asked for it.
  seq integer not null,
  ombudsman text not null check (ombudsman in ('HOS', 'LGSCO', 'joint')),
  asked_on date not null,
  due_on date not null,
  -- Not sent, and its Ombudsman's case has not ended.
  waits boolean not null,
  -- Not of an import that was taken back.
  counts boolean not null,
  primary key (landlord_id, case_id, seq),
  foreign key (landlord_id, case_id) references complaint on delete cascade
);
create index evidence_request_waits on evidence_request (landlord_id, due_on, case_id) where waits and counts;

alter table evidence_request enable row level security;
alter table evidence_request force row level security;
create policy landlord on evidence_request
  using (landlord_id = nullif(current_setting('putright.landlord', true), '')::uuid)
  with check (landlord_id = nullif(current_setting('putright.landlord', true), '')::uuid);
grant select, insert, update, delete on evidence_request to putright_app;

-- What the last request alone said. The register is made again from the history when this release first starts.
alter table ombudsman_case
  drop column evidence_asked_on,
  drop column evidence_first_due_on,
  drop column evidence_due_on,
  drop column evidence_sent_on;
