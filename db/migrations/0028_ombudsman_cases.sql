-- Ombudsman cases: what an Ombudsman asked, found and ordered about a case, by when, and what it publishes about us.

-- 1 The register: one row for each Ombudsman that looks at a case, projected with the case ----------------------------

create table ombudsman_case (
  landlord_id uuid not null,
  case_id uuid not null,
  ombudsman text not null check (ombudsman in ('HOS', 'LGSCO', 'joint')),
  case_number text,
  began_on date not null,
  state text not null,
  state_on date not null,
  evidence_asked_on date,
  evidence_first_due_on date,
  evidence_due_on date,
  -- Longer was asked for, and not answered yet.
  extension_asked_to date,
  evidence_sent_on date,
  investigation_on date,
  determined_on date,
  review_asked_on date,
  orders integer not null,
  orders_open integer not null,
  -- What comes next: nothing here depends on today.
  next_what text,
  next_due_on date,
  learned_on date,
  -- Not of an import that was taken back.
  counts boolean not null,
  primary key (landlord_id, case_id, ombudsman),
  foreign key (landlord_id, case_id) references complaint on delete cascade
);
create index ombudsman_case_by_next on ombudsman_case (landlord_id, next_due_on, case_id) where counts;
create index ombudsman_case_by_state on ombudsman_case (landlord_id, state, next_due_on) where counts;

alter table determination add column ombudsman text not null default 'HOS';

alter table ombudsman_order
  add column ombudsman text not null default 'HOS',
  add column wider boolean not null default false,
  add column owner_id uuid,
  add column proof_sent_on date,
  add column accepted boolean,
  -- Still to be done, or its proof still to be sent.
  add column outstanding boolean not null default true,
  add column counts boolean not null default true;
create index ombudsman_order_outstanding on ombudsman_order (landlord_id, due_on nulls first, case_id, order_id)
  include (binding, owner_id) where outstanding and counts;

-- 2 Papers about the landlord as a whole: special reports, failure orders that are about no case, what was published where

create table ombudsman_paper (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  ombudsman text not null check (ombudsman in ('HOS', 'LGSCO', 'joint')),
  kind text not null check (kind in ('special-report', 'wider-investigation', 'failure-order', 'failure-notice', 'decision',
    'performance-report', 'other')),
  -- Of a failure order or notice: which kind of it.
  failure_kind text,
  case_id uuid,
  title text not null check (title <> ''),
  received_on date not null,
  -- What it asks of us, by when, who sees to it, and what was done.
  asks text,
  due_on date,
  owner_id uuid,
  done_on date,
  done_words text,
  published_on date,
  published_where text,
  added_by uuid not null,
  added_at timestamptz(3) not null default now(),
  removed_at timestamptz(3),
  removed_by uuid,
  primary key (landlord_id, id),
  foreign key (landlord_id, case_id) references case_head,
  foreign key (landlord_id, owner_id) references staff (landlord_id, id),
  foreign key (landlord_id, added_by) references staff (landlord_id, id),
  foreign key (landlord_id, removed_by) references staff (landlord_id, id),
  check ((published_on is null) = (published_where is null)),
  check ((removed_at is null) = (removed_by is null))
);
create index ombudsman_paper_by_day on ombudsman_paper (landlord_id, received_on desc) where removed_at is null;

-- 3 Reminders that went out, each once --------------------------------------------------------------------------------

create table ombudsman_reminder (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  case_id uuid not null,
  -- 'evidence HOS', or the order's id.
  about text not null,
  due_on date not null,
  -- Below nought: after it.
  days_before smallint not null,
  sent_at timestamptz(3) not null default now(),
  primary key (landlord_id, case_id, about, due_on, days_before),
  foreign key (landlord_id, case_id) references case_head
);

do $$
declare t text;
begin
  foreach t in array array['ombudsman_case', 'ombudsman_paper', 'ombudsman_reminder']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy landlord on %I
         using (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid)
         with check (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid)', t);
  end loop;
end $$;

grant select, insert, update, delete on ombudsman_case to putright_app;
grant select, insert on ombudsman_paper, ombudsman_reminder to putright_app;
grant update (asks, due_on, owner_id, done_on, done_words, published_on, published_where, removed_at, removed_by)
  on ombudsman_paper to putright_app;
