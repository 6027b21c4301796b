-- Hazards: what is known of each, and the statutory time limits that run for it, in rows that lists read. Everything here
-- follows from the histories and is made again by rebuild.

alter table hazard add column emergency boolean not null default false;
-- Not made safe, and not found harmless.
alter table hazard add column unsafe boolean not null default false;
-- Whether the limits of SI 2025/1042 apply: rented homes, from the days that the law names.
alter table hazard add column statutory boolean not null default false;
alter table hazard add column aware_at timestamptz;
alter table hazard add column handed_over_on date;
alter table hazard add column handed_over_to uuid;
alter table hazard add column investigated_on date;
-- emergency, significant, none.
alter table hazard add column found text;
alter table hazard add column summary_on date;
alter table hazard add column work_begun_on date;
-- They live elsewhere meanwhile, since.
alter table hazard add column moved_on date;
create index hazard_unsafe on hazard (landlord_id, noticed_on, case_id) where unsafe;

-- Told of, or suggested, and nobody has said yet whether it is one.
alter table complaint add column hazard_possible boolean not null default false;
create index complaint_hazard_possible on complaint (landlord_id, received_on, case_id) where hazard_possible;

create table hazard_duty (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  case_id uuid not null,
  hazard_id text not null,
  duty text not null,
  regulation text not null,
  from_on date not null,
  due_on date not null,
  -- For what runs in hours; everything else is due by the end of its day.
  due_at timestamptz,
  -- The instant by which it is due, of whichever kind: what lists are sorted by.
  due_by timestamptz not null,
  done_on date,
  ended_on date,
  running boolean not null,
  primary key (landlord_id, case_id, hazard_id, duty),
  foreign key (landlord_id, case_id) references complaint on delete cascade
);
create index hazard_duty_running on hazard_duty (landlord_id, due_by, case_id) where running;

alter table hazard_duty enable row level security;
alter table hazard_duty force row level security;
create policy landlord on hazard_duty
  using (landlord_id = nullif(current_setting('putright.landlord', true), '')::uuid)
  with check (landlord_id = nullif(current_setting('putright.landlord', true), '')::uuid);
grant select, insert, update, delete on hazard_duty to putright_app;

-- Letters: the ways that could not carry one, so that none is tried twice.
alter table letter_sending add column tried text[] not null default '{}';
