-- Self-assessments against the Code: what a person answered to each provision, with which evidence; the library of that
-- evidence; what is to be done where the answer is no; and how the governing body looked at it and where it went.
--
-- No answer is ever put in by the product: one that a person gave names them, one that was read from an older document
-- names who confirmed the reading.

create table self_assessment (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  edition text not null check (edition in ('2020', '2022', '2024')),
  -- The reporting year that it looks at, by the year in which that begins: 2023 is 1 April 2023 to 31 March 2024.
  year smallint not null check (year between 2000 and 2199),
  -- The first of that edition in that year is 1; repeated after a restructure, it is 2.
  round smallint not null default 1 check (round > 0),
  state text not null check (state in ('draft', 'put', 'approved', 'published', 'superseded')),
  trigger text not null check (trigger in ('yearly', 'restructure', 'ombudsman-request', 'changed-in-year')),
  trigger_note text,
  -- What its 'last year' is; of another edition, its answers are led over by the mapping of the editions.
  carried_from uuid,
  -- Read from a document of the time before this product: its name, and the file itself when it was kept.
  read_from text,
  read_file bytea check (length(read_file) = 32),
  -- Sums as the document printed them, and where they differ from what its rows add up to.
  printed jsonb,
  disagreements jsonb,
  made_by uuid,
  made_at timestamptz(3) not null default clock_timestamp(),
  version integer not null default 1 check (version > 0),
  primary key (landlord_id, id),
  unique (landlord_id, edition, year, round),
  foreign key (landlord_id, made_by) references staff (landlord_id, id)
);

-- One answer to one provision; no row while nobody has written anything.
create table assessment_answer (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  assessment_id uuid not null,
  provision text not null check (provision <> ''),
  -- 'unknown': nothing decided yet, or lost by the document that it was read from.
  answer text not null check (answer in ('yes', 'no', 'partly', 'na', 'text', 'unknown')),
  evidence text not null default '',
  commentary text not null default '',
  -- Of what is not met: why, and by when it will be. The day as written, where it is none ('tbc').
  reason text not null default '',
  intended_on date,
  intended_words text not null default '',
  -- How a requirement that is new in this edition will be met.
  plan text not null default '',
  -- Null for an answer that a document gives.
  answered_by uuid,
  answered_by_name text,
  answered_on date,
  -- From a document: who confirmed the reading, where in it, how sure it was, what was noticed.
  confirmed_by uuid,
  place text,
  sureness real check (sureness between 0 and 1),
  needs_person boolean not null default false,
  noticed text[] not null default '{}',
  version integer not null default 1 check (version > 0),
  primary key (landlord_id, assessment_id, provision),
  foreign key (landlord_id, assessment_id) references self_assessment (landlord_id, id),
  foreign key (landlord_id, answered_by) references staff (landlord_id, id),
  foreign key (landlord_id, confirmed_by) references staff (landlord_id, id),
  -- An answer is somebody's: of the person who gave it, or of the document whose reading was confirmed.
  check (answer = 'unknown' or answered_by is not null or place is not null)
);

-- Every version of every answer, whole. Added to, never changed.
create table assessment_answer_version (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  assessment_id uuid not null,
  provision text not null,
  version integer not null,
  at timestamptz(3) not null default clock_timestamp(),
  by_staff_id uuid,
  written jsonb not null,
  primary key (landlord_id, assessment_id, provision, version),
  foreign key (landlord_id, assessment_id, provision) references assessment_answer (landlord_id, assessment_id, provision),
  foreign key (landlord_id, by_staff_id) references staff (landlord_id, id)
);

-- What became of an assessment: who put it to whom and when, what they said, where it was published. Added to.
create table assessment_step (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  assessment_id uuid not null,
  id bigint generated always as identity,
  at timestamptz(3) not null default clock_timestamp(),
  by_staff_id uuid,
  did text not null check (did in
    ('began', 'read', 'put', 'taken-back', 'responded', 'approved', 'published', 'superseded')),
  happened_on date not null,
  -- The governing body, as it is called here.
  body text,
  minutes text,
  words text,
  -- Whose words they are, with their office.
  said_by text,
  -- What was still unanswered or contradicted when it was put or approved.
  outstanding text[] not null default '{}',
  primary key (landlord_id, assessment_id, id),
  foreign key (landlord_id, assessment_id) references self_assessment (landlord_id, id),
  foreign key (landlord_id, by_staff_id) references staff (landlord_id, id)
);

-- Evidence that only people can judge: one piece serves many provisions, for as long as it holds.
create table evidence_piece (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  kind text not null check (kind in ('policy', 'training', 'publicity', 'role', 'minutes', 'other')),
  title text not null check (title <> ''),
  -- Of a role: which one, and who has it.
  role text check (role in ('member-responsible', 'senior-lead', 'complaints-officer')),
  holder text,
  -- Who looks after it: a member of staff is reminded; else an office in words.
  owner_id uuid,
  owner_words text not null default '',
  effective_on date,
  -- The last day on which it holds; null: until it is taken out of use.
  expires_on date,
  review_on date,
  retired_on date,
  made_by uuid,
  made_at timestamptz(3) not null default clock_timestamp(),
  version integer not null default 1 check (version > 0),
  primary key (landlord_id, id),
  foreign key (landlord_id, owner_id) references staff (landlord_id, id),
  foreign key (landlord_id, made_by) references staff (landlord_id, id)
);
create index evidence_piece_by_owner on evidence_piece (landlord_id, owner_id) where retired_on is null;
create index evidence_piece_by_expiry on evidence_piece (landlord_id, expires_on) where retired_on is null;

-- What a piece says: a file, a link or a text, each version kept with its digest.
create table evidence_version (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  piece_id uuid not null,
  number integer not null check (number > 0),
  file bytea check (length(file) = 32),
  -- sha256 of the file's bytes, or of the text or address: the same version can be told again years later.
  content bytea check (length(content) = 32),
  link text,
  text text,
  note text not null default '',
  added_by uuid,
  added_at timestamptz(3) not null default clock_timestamp(),
  primary key (landlord_id, piece_id, number),
  foreign key (landlord_id, piece_id) references evidence_piece (landlord_id, id),
  foreign key (landlord_id, added_by) references staff (landlord_id, id),
  check (num_nonnulls(file, link, text) = 1)
);

-- That somebody looked whether a piece still holds. Added to.
create table evidence_review (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  piece_id uuid not null,
  id bigint generated always as identity,
  reviewed_on date not null,
  by_staff_id uuid,
  still_holds boolean not null,
  note text not null default '',
  primary key (landlord_id, piece_id, id),
  foreign key (landlord_id, piece_id) references evidence_piece (landlord_id, id),
  foreign key (landlord_id, by_staff_id) references staff (landlord_id, id)
);

-- Reminders that went out by e-mail, so that none goes twice.
create table evidence_reminder (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  piece_id uuid not null,
  -- The expiry or review that it reminded of, and how many days before.
  about_on date not null,
  days_before smallint not null,
  sent_at timestamptz(3) not null default clock_timestamp(),
  primary key (landlord_id, piece_id, about_on, days_before),
  foreign key (landlord_id, piece_id) references evidence_piece (landlord_id, id)
);

-- Which pieces stand behind which answer.
create table assessment_evidence (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  assessment_id uuid not null,
  provision text not null,
  piece_id uuid not null,
  -- Named for last year's answer and brought along: still to be looked at.
  carried boolean not null default false,
  linked_by uuid,
  linked_at timestamptz(3) not null default clock_timestamp(),
  primary key (landlord_id, assessment_id, provision, piece_id),
  foreign key (landlord_id, assessment_id) references self_assessment (landlord_id, id),
  foreign key (landlord_id, piece_id) references evidence_piece (landlord_id, id),
  foreign key (landlord_id, linked_by) references staff (landlord_id, id)
);
create index assessment_evidence_by_piece on assessment_evidence (landlord_id, piece_id);

-- What is to be done, by whom, by when, kept as it was written where it is no day.
create table assessment_action (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  id uuid not null,
  assessment_id uuid not null,
  -- Provisions or questions that it is about; the words in which a document named them.
  provisions text[] not null default '{}',
  question text not null default '',
  action text not null check (action <> ''),
  lead text not null default '',
  target_on date,
  target_words text not null default '',
  progress text not null default '',
  mandatory boolean,
  state text not null default 'open' check (state in ('open', 'done', 'dropped')),
  ended_on date,
  -- How one can see that it was done, or why it was dropped.
  proof text not null default '',
  proof_piece uuid,
  -- The order in the document that it was read from.
  place smallint not null default 0,
  made_by uuid,
  made_at timestamptz(3) not null default clock_timestamp(),
  version integer not null default 1 check (version > 0),
  primary key (landlord_id, id),
  foreign key (landlord_id, assessment_id) references self_assessment (landlord_id, id),
  foreign key (landlord_id, proof_piece) references evidence_piece (landlord_id, id),
  foreign key (landlord_id, made_by) references staff (landlord_id, id),
  check ((state = 'open') = (ended_on is null)),
  check (state = 'open' or proof <> '' or proof_piece is not null)
);
create index assessment_action_by_assessment on assessment_action (landlord_id, assessment_id);
create index assessment_action_open on assessment_action (landlord_id, target_on) where state = 'open';

-- The official wording, loaded by the landlord from its own copy: its own text, never ours.
create table official_wording (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  edition text not null check (edition in ('2020', '2022', '2024')),
  provision text not null,
  text text not null check (text <> ''),
  source text not null default '',
  loaded_by uuid,
  loaded_at timestamptz(3) not null default clock_timestamp(),
  primary key (landlord_id, edition, provision),
  foreign key (landlord_id, loaded_by) references staff (landlord_id, id)
);

-- Who changed what of evidence, actions and wording, in a sentence. Added to.
create table assessment_change (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id bigint generated always as identity,
  at timestamptz(3) not null default clock_timestamp(),
  by_staff_id uuid,
  about text not null check (about in ('evidence', 'action', 'wording', 'assessment')),
  subject uuid,
  words text not null,
  primary key (landlord_id, id),
  foreign key (landlord_id, by_staff_id) references staff (landlord_id, id)
);
create index assessment_change_by_subject on assessment_change (landlord_id, subject, at desc);

do $$
declare t text;
begin
  foreach t in array array['self_assessment', 'assessment_answer', 'assessment_answer_version', 'assessment_step',
    'evidence_piece', 'evidence_version', 'evidence_review', 'evidence_reminder', 'assessment_evidence',
    'assessment_action', 'official_wording', 'assessment_change']
  loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy landlord on %I
         using (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid)
         with check (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid)', t);
  end loop;
end $$;

grant select, insert, update on self_assessment, assessment_answer, evidence_piece, assessment_action to putright_app;
grant select, insert on assessment_answer_version, assessment_step, evidence_version, evidence_review,
  evidence_reminder, assessment_change to putright_app;
grant select, insert, update, delete on assessment_evidence, official_wording to putright_app;

-- An older self-assessment as it was read from its document: proposals, until a person has confirmed them.
create table form_reading (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  -- The document's name, and the file itself.
  source text not null check (source <> ''),
  file bytea check (length(file) = 32),
  edition text not null check (edition in ('2020', '2022', '2024')),
  -- The reporting year that it looks at; null until a person says.
  year smallint check (year between 2000 and 2199),
  -- Everything that was read, whole: rows with their places, actions, sums, other years.
  read jsonb not null,
  -- Actions of the plan that a person left out, by their place in it.
  left_out text[] not null default '{}',
  state text not null default 'open' check (state in ('open', 'taken', 'dropped')),
  -- The self-assessment that it became.
  assessment_id uuid,
  made_by uuid,
  made_at timestamptz(3) not null default clock_timestamp(),
  version integer not null default 1 check (version > 0),
  primary key (landlord_id, id),
  foreign key (landlord_id, made_by) references staff (landlord_id, id),
  foreign key (landlord_id, assessment_id) references self_assessment (landlord_id, id),
  check ((state = 'taken') = (assessment_id is not null))
);

-- What a person said of one row of it: the proposal as it is, or mended. No row: not confirmed.
create table form_reading_row (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  reading_id uuid not null,
  provision text not null check (provision <> ''),
  answer text not null check (answer in ('yes', 'no', 'partly', 'na', 'text', 'unknown')),
  evidence text not null default '',
  reason text not null default '',
  -- Whether it is other than what was read.
  mended boolean not null,
  confirmed_by uuid not null,
  confirmed_at timestamptz(3) not null default clock_timestamp(),
  primary key (landlord_id, reading_id, provision),
  foreign key (landlord_id, reading_id) references form_reading (landlord_id, id),
  foreign key (landlord_id, confirmed_by) references staff (landlord_id, id)
);

-- A complaints policy held against the Code on a day. Kept with its text, so that the next can be compared. Added to.
create table policy_check (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  number integer not null check (number > 0),
  title text not null check (title <> ''),
  edition text not null check (edition in ('2020', '2022', '2024')),
  checked_on date not null,
  -- The document's name when one was sent; null when the text was typed in.
  source text,
  text text not null check (text <> ''),
  -- Which rules looked, since they may be bettered later; and what each found.
  rules integer not null check (rules > 0),
  findings jsonb not null,
  made_by uuid,
  made_at timestamptz(3) not null default clock_timestamp(),
  primary key (landlord_id, id),
  unique (landlord_id, number),
  foreign key (landlord_id, made_by) references staff (landlord_id, id)
);

do $$
declare t text;
begin
  foreach t in array array['form_reading', 'form_reading_row', 'policy_check']
  loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy landlord on %I
         using (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid)
         with check (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid)', t);
  end loop;
end $$;

grant select, insert, update on form_reading to putright_app;
grant select, insert, update, delete on form_reading_row to putright_app;
grant select, insert on policy_check to putright_app;
