-- What the measures read that lists do not need: how long each stage took, and whether it was in time, by every reading.
-- All of it is worked out from the history. A case that stood before this migration gets it with the next thing that
-- happens to it, or from `putright rebuild`.

-- 1 How a stage is counted -------------------------------------------------------------------------------------------

-- What the register that a case came from does not tell, parted by spaces.
alter table complaint
  add column untold text not null default '',
  add column escalation_refused_ground text;
create index complaint_by_refusal on complaint (landlord_id, refused_on) where refused_on is not null;
create index complaint_by_escalation_refusal on complaint (landlord_id, escalation_refused_on)
  where escalation_refused_on is not null;
-- What came in is counted without visiting the rows.
create index complaint_contacts on complaint (landlord_id, received_on)
  include (case_id, kind, channel, area, category, standing, untold, escalation_requested_on);
create index complaint_by_escalation on complaint (landlord_id, escalation_requested_on)
  where escalation_requested_on is not null;

-- A row for each stage that is in the figures of complaints, and in it all that they look at: a year of them is counted
-- from one index, for the rows lie all over the table. Dates are worked out by the same clocks as a case's own.
create table counted_stage (
  landlord_id uuid not null,
  case_id uuid not null,
  stage smallint not null,
  -- Receipt for stage 1, the request for stage 2.
  day date not null,
  responded_on date,
  tenure text not null,
  area text,
  category text,
  edition text,
  -- Nobody has decided yet whether it is a complaint.
  undecided boolean not null,
  -- A fact that the register it came from does not tell: the day above is then a stand-in, or that of the answer.
  start_untold boolean not null,
  answer_untold boolean not null,
  outcome text,
  -- From receipt (stage 1) or the request (stage 2), and from the acknowledgement, to the answer.
  working_days integer,
  working_days_from_acknowledgement integer,
  acknowledgement_due_on date,
  acknowledged_in_full_on date,
  acknowledgement_untold boolean not null,
  -- Due by each reading, and the latest that a fact which nobody knows could make it: infinity where no day can be named.
  due_base_on date,
  due_base_latest_on date,
  due_extended_on date,
  due_extended_latest_on date,
  due_receipt_on date,
  due_receipt_extended_on date,
  due_receipt_extended_latest_on date,
  withdrawn boolean not null,
  went_further boolean not null,
  primary key (landlord_id, case_id, stage),
  foreign key (landlord_id, case_id) references complaint on delete cascade
);
create index counted_stage_by_day on counted_stage (landlord_id, day)
  include (stage, tenure, area, edition, undecided, start_untold, answer_untold, responded_on, withdrawn,
    acknowledgement_due_on, acknowledged_in_full_on, acknowledgement_untold,
    due_base_on, due_base_latest_on, due_extended_on, due_extended_latest_on, due_receipt_on, due_receipt_extended_on,
    due_receipt_extended_latest_on);
create index counted_stage_by_answer on counted_stage (landlord_id, responded_on)
  include (stage, undecided, start_untold, answer_untold, outcome, working_days, went_further, area);

alter table remedy
  add column paid_pence integer,
  add column paid_on date,
  -- Not of an import that was taken back.
  add column counts boolean not null default true;
create index remedy_by_offer on remedy (landlord_id, offered_on) include (kind, pence) where counts;
create index remedy_by_payment on remedy (landlord_id, paid_on) where counts and paid_on is not null;
alter table promise add column counts boolean not null default true;
create index promise_by_first_date on promise (landlord_id, first_due_on)
  include (done_on, state, moves, resident_says)
  where counts;

-- The day of the answer in which a point was decided, where that answer counts.
alter table point
  add column answered_1_on date,
  add column answered_2_on date;
create index point_by_answer_1 on point (landlord_id, answered_1_on) include (finding_1)
  where answered_1_on is not null;
create index point_by_answer_2 on point (landlord_id, answered_2_on) include (finding_2)
  where answered_2_on is not null;

-- 2 What happened beside it ------------------------------------------------------------------------------------------

create table extension (
  landlord_id uuid not null,
  case_id uuid not null,
  n smallint not null,
  stage smallint not null,
  told_on date not null,
  new_date date not null,
  -- in-full, up-to-the-limit, not-at-all; null where no Code was in force.
  counts text,
  working_days integer,
  beyond_the_limit boolean,
  because text,
  primary key (landlord_id, case_id, n),
  foreign key (landlord_id, case_id) references complaint on delete cascade
);
create index extension_by_day on extension (landlord_id, told_on);

create table survey_answer (
  landlord_id uuid not null,
  case_id uuid not null,
  n smallint not null,
  answered_on date not null,
  question text not null,
  answer integer,
  primary key (landlord_id, case_id, n),
  foreign key (landlord_id, case_id) references complaint on delete cascade
);
create index survey_answer_by_day on survey_answer (landlord_id, answered_on);

-- One row for each issue that the Ombudsman found on.
create table determination (
  landlord_id uuid not null,
  case_id uuid not null,
  n smallint not null,
  determined_on date not null,
  case_number text not null,
  finding text not null,
  primary key (landlord_id, case_id, n),
  foreign key (landlord_id, case_id) references complaint on delete cascade
);
create index determination_by_day on determination (landlord_id, determined_on);

create table ombudsman_order (
  landlord_id uuid not null,
  case_id uuid not null,
  order_id text not null,
  binding boolean not null,
  made_on date not null,
  due_on date,
  pence integer,
  complied_on date,
  primary key (landlord_id, case_id, order_id),
  foreign key (landlord_id, case_id) references complaint on delete cascade
);

create table failure_notice (
  landlord_id uuid not null,
  case_id uuid not null,
  n smallint not null,
  received_on date not null,
  kind text not null,
  primary key (landlord_id, case_id, n),
  foreign key (landlord_id, case_id) references complaint on delete cascade
);

create table restriction (
  landlord_id uuid not null,
  case_id uuid not null,
  restriction_id text not null,
  decided_on date not null,
  review_on date,
  until date,
  reviewed_on date,
  appealed_on date,
  lifted_on date,
  primary key (landlord_id, case_id, restriction_id),
  foreign key (landlord_id, case_id) references complaint on delete cascade
);

-- A cause found, something learned, that nothing was, or to whom it was told.
create table lesson (
  landlord_id uuid not null,
  case_id uuid not null,
  n smallint not null,
  kind text not null check (kind in ('cause', 'learning', 'none', 'shared')),
  stage smallint not null,
  found_on date not null,
  what text,
  primary key (landlord_id, case_id, n),
  foreign key (landlord_id, case_id) references complaint on delete cascade
);
create index lesson_by_day on lesson (landlord_id, found_on);

create table improvement (
  landlord_id uuid not null,
  case_id uuid not null,
  improvement_id text not null,
  opened_on date not null,
  due_on date,
  tested_on date,
  worked boolean,
  closed_on date,
  primary key (landlord_id, case_id, improvement_id),
  foreign key (landlord_id, case_id) references complaint on delete cascade
);

-- 3 Equality: what people choose to say of themselves ----------------------------------------------------------------

-- An answer is given freely and taken back freely; it is no fact of a case and stands in no history.
create table person_equality (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  person_id uuid not null,
  characteristic text not null,
  -- One of the product's list for that characteristic, or 'prefers-not-to-say'.
  answer text not null,
  given_on date not null,
  primary key (landlord_id, person_id, characteristic),
  foreign key (landlord_id, person_id) references person on delete cascade
);
create index person_equality_by_answer on person_equality (landlord_id, characteristic, answer);

-- 4 Figures that were asked for, so that the same answer can be given again -------------------------------------------

create table figure_asked (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  asked_at timestamptz(3) not null,
  asked_by uuid not null,
  measure text not null,
  in_group text,
  reading text,
  period_name text not null,
  period_from date not null,
  period_until date not null,
  -- London's day of the asking: what was not yet due is said as of it.
  today date not null,
  area text,
  -- The figure as it was given, the query that gave it, the homes and the counting rules that it was given with.
  given jsonb not null,
  query text not null,
  rules jsonb not null,
  -- The end of every chain: a digest over the last hash of each case, in the order of their ids.
  head text not null,
  head_cases integer not null,
  head_entries bigint not null,
  primary key (landlord_id, id)
);
create index figure_asked_newest on figure_asked (landlord_id, asked_at desc);

-- 5 Row security and rights ------------------------------------------------------------------------------------------

do $$
declare t text;
begin
  foreach t in array array[
    'counted_stage', 'extension', 'survey_answer', 'determination', 'ombudsman_order', 'failure_notice', 'restriction', 'lesson',
    'improvement', 'person_equality', 'figure_asked'
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

grant select, insert, update, delete on
  counted_stage, extension, survey_answer, determination, ombudsman_order, failure_notice, restriction, lesson, improvement,
  person_equality to putright_app;
-- What was asked stands as it was given.
grant select, insert on figure_asked to putright_app;
