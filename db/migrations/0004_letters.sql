-- Letters on their way: drafts that several people write in, with every version kept; the approval asked for; and what
-- became of each letter that left. The letter that was sent is a document, its sending is in the history.

create table letter_draft (
  landlord_id uuid not null references landlord,
  letter_id uuid not null,
  case_id uuid not null,
  kind text not null,
  stage smallint,
  -- Whom it is to, and as what they are written to; null while nobody is identified.
  person_id uuid,
  written_as text not null check (written_as in ('resident', 'group-member', 'representative')),
  -- What it is about beyond the case itself: the reason for a delay, a new date, a question.
  matter jsonb not null,
  -- Only what a person wrote into the marked places; the rest is composed from the case each time.
  edits jsonb not null,
  version integer not null check (version > 0),
  saved_by uuid not null,
  saved_at timestamptz(3) not null,
  -- Both are cleared when the letter is changed: an approval is of the words that were read.
  approval_asked_by uuid,
  approval_asked_at timestamptz(3),
  approved_by uuid,
  approved_at timestamptz(3),
  put_aside_at timestamptz(3),
  primary key (landlord_id, letter_id),
  foreign key (landlord_id, case_id) references case_head,
  foreign key (landlord_id, person_id) references person on delete set null (person_id),
  foreign key (landlord_id, saved_by) references staff,
  foreign key (landlord_id, approval_asked_by) references staff,
  foreign key (landlord_id, approved_by) references staff
);
create index letter_draft_by_case on letter_draft (landlord_id, case_id);
create index letter_draft_to_approve on letter_draft (landlord_id, approval_asked_at)
  where approval_asked_at is not null and approved_at is null and put_aside_at is null;

-- The change trail: who did what to a draft, with the words as they stood then. Added to; erased only with its case's words.
create table letter_draft_change (
  landlord_id uuid not null,
  letter_id uuid not null,
  id bigint generated always as identity,
  at timestamptz(3) not null,
  by_staff_id uuid not null,
  did text not null check (did in ('began', 'wrote', 'asked', 'approved', 'sent-back', 'put-aside', 'took-up')),
  version integer not null,
  matter jsonb,
  edits jsonb,
  note text,
  primary key (landlord_id, letter_id, id),
  foreign key (landlord_id, letter_id) references letter_draft on delete cascade,
  foreign key (landlord_id, by_staff_id) references staff
);

-- What became of a letter after it was sent from the screen. One row for each LetterSent, which `seq` names.
create table letter_sending (
  landlord_id uuid not null references landlord,
  case_id uuid not null,
  seq integer not null,
  letter_id uuid not null,
  how text not null check (how in ('email', 'post', 'by-hand', 'portal')),
  -- For e-mail.
  address text,
  recipient text not null,
  subject text not null,
  message_id text,
  -- The plain text beside the PDF.
  body text not null,
  -- Which document its exact bytes are.
  file bytea check (length(file) = 32),
  -- 'sending' is committed before the first word to the mail server, so that nothing is ever sent twice.
  state text not null check (state in ('waiting', 'sending', 'sent', 'failed', 'unsure', 'never', 'posted')),
  tries integer not null default 0,
  changed_at timestamptz(3) not null default now(),
  -- One plain sentence, without the address.
  trouble text,
  primary key (landlord_id, case_id, seq),
  foreign key (landlord_id, case_id) references case_head
);
create index letter_sending_by_letter on letter_sending (landlord_id, letter_id);
create index letter_sending_to_see_to on letter_sending (landlord_id, changed_at) where state in ('failed', 'unsure');

do $$
declare t text;
begin
  foreach t in array array['letter_draft', 'letter_draft_change', 'letter_sending']
  loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy landlord on %I
         using (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid)
         with check (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid)', t);
  end loop;
end $$;

grant select, insert, update, delete on letter_draft to putright_app;
grant select, insert on letter_draft_change to putright_app;
grant select, insert, update, delete on letter_sending to putright_app;
