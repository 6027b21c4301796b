-- Behaviour: the steps of a restriction of contact as the history tells them, by person; safety markers, which are plain
-- rows read by few; and which cases are about a member of staff.

-- 1 What the history tells, for lists and figures ----------------------------------------------------------------------

alter table restriction
  add column person_id uuid,
  -- Of facts/happened.ts, parted by commas; empty where an old entry tells none.
  add column kinds text,
  add column contact_id uuid,
  add column channels text,
  -- The digest of the words that say what holds.
  add column how text,
  add column proposed_by uuid,
  add column decided_by uuid,
  add column appeal_open boolean not null default false;
create index restriction_by_person on restriction (landlord_id, person_id);

-- One row for each step, also those that came before any restriction.
create table behaviour_step (
  landlord_id uuid not null,
  case_id uuid not null,
  n smallint not null,
  what text not null check (what in
    ('incident', 'warned', 'proposed', 'agreed', 'not-agreed', 'restricted', 'appealed', 'reviewed', 'lifted')),
  happened_on date not null,
  person_id uuid,
  restriction_id text,
  -- For a review: the day on which it was due.
  due_on date,
  primary key (landlord_id, case_id, n),
  foreign key (landlord_id, case_id) references complaint on delete cascade
);
create index behaviour_step_by_person on behaviour_step (landlord_id, person_id);
create index behaviour_step_by_day on behaviour_step (landlord_id, happened_on);

-- Whom a complaint is about, when it is about somebody on the staff.
create table staff_concerned (
  landlord_id uuid not null,
  case_id uuid not null,
  staff_id uuid not null,
  named_on date not null,
  support_offered_on date,
  primary key (landlord_id, case_id, staff_id),
  foreign key (landlord_id, case_id) references complaint on delete cascade
);
create index staff_concerned_by_staff on staff_concerned (landlord_id, staff_id);

-- 2 Safety markers -----------------------------------------------------------------------------------------------------

-- What staff must know before they visit or ring somebody. No fact of a complaint: it stands in no history, is looked at
-- again on its own day, and is read by named roles alone. Ended, never changed.
create table safety_marker (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  person_id uuid not null,
  -- What to do: never to visit alone, to meet at the office.
  what_to_do text not null check (what_to_do <> ''),
  -- What it rests on.
  reasons text not null check (reasons <> ''),
  -- Whether the person was told, or why not.
  told text not null check (told <> ''),
  review_on date not null,
  set_by uuid not null,
  set_at timestamptz(3) not null,
  ended_at timestamptz(3),
  ended_by uuid,
  end_reason text,
  primary key (landlord_id, id),
  foreign key (landlord_id, person_id) references person,
  foreign key (landlord_id, set_by) references staff (landlord_id, id),
  foreign key (landlord_id, ended_by) references staff (landlord_id, id),
  check ((ended_at is null) = (ended_by is null))
);
create index safety_marker_of on safety_marker (landlord_id, person_id) where ended_at is null;
create index safety_marker_to_review on safety_marker (landlord_id, review_on) where ended_at is null;

-- Who read one, when and before what. Added to, never changed.
create table safety_marker_reading (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  marker_id uuid not null,
  staff_id uuid not null,
  read_at timestamptz(3) not null,
  before text not null check (before in ('visit', 'call', 'review')),
  primary key (landlord_id, marker_id, staff_id, read_at),
  foreign key (landlord_id, marker_id) references safety_marker,
  foreign key (landlord_id, staff_id) references staff (landlord_id, id)
);

-- 3 Row security and rights --------------------------------------------------------------------------------------------

do $$
declare t text;
begin
  foreach t in array array[
    'behaviour_step', 'staff_concerned', 'safety_marker', 'safety_marker_reading'
  ] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy landlord on %I '
      'using (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid) '
      'with check (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid)', t);
  end loop;
end
$$;

grant select, insert, update, delete on behaviour_step, staff_concerned to putright_app;
grant select, insert, delete on safety_marker to putright_app;
grant update (ended_at, ended_by, end_reason) on safety_marker to putright_app;
grant select, insert, delete on safety_marker_reading to putright_app;
