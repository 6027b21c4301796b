-- Messages as they arrived: what stopped a second copy, what became of each, and what a person still has to look at.
-- The message itself is a document; its words stand with the case that it opened or joined.

create table mail_message (
  landlord_id uuid not null references landlord,
  id uuid not null,
  -- sha256 of the Message-ID, or of the whole message when it has none: the same message is taken once.
  message_key bytea not null check (length(message_key) = 32),
  -- sha256 of who, about what, with which words and files: tells a second copy from another message with the same id.
  content_key bytea not null check (length(content_key) = 32),
  taken_at timestamptz(3) not null,
  received_on date not null,
  received_because text not null,
  sender text,
  sender_name text,
  subject text not null,
  -- The beginning of its own words, for lists.
  preview text not null,
  attachments integer not null,
  outcome text not null check (outcome in ('new-case', 'added-to-case', 'duplicate', 'set-aside', 'needs-a-look')),
  reason text not null,
  -- Why it was set aside.
  aside_because text,
  -- The case that it opened or joined, and the case that a message set aside is about.
  case_id uuid,
  about_case_id uuid,
  suggested_kind text not null,
  suggested_because text[] not null default '{}',
  hazards text[] not null default '{}',
  -- It voices dissatisfaction after a stage 1 response: an officer records a request for stage 2, or says why not.
  possible_stage_2 boolean not null default false,
  -- Why a person has to look; null when nobody needs to.
  look_because text,
  looked_at timestamptz(3),
  looked_by uuid,
  -- The message as it arrived; null when the file was empty.
  raw bytea,
  primary key (landlord_id, id),
  unique (landlord_id, message_key),
  foreign key (landlord_id, case_id) references case_head,
  foreign key (landlord_id, about_case_id) references case_head (landlord_id, case_id)
);
create index mail_to_look_at on mail_message (landlord_id, taken_at) where looked_at is null and look_because is not null;
create index mail_by_outcome on mail_message (landlord_id, outcome, taken_at);
create index mail_by_case on mail_message (landlord_id, case_id) where case_id is not null;

-- Message-IDs by which later messages find their case: ours, theirs, and those that a message says it answers.
create table mail_thread (
  landlord_id uuid not null references landlord,
  -- sha256 of the Message-ID.
  message_key bytea not null check (length(message_key) = 32),
  case_id uuid not null,
  -- 'in': it arrived; 'out': we sent it; 'answered': a message of the case names it, but it never came here.
  way text not null check (way in ('in', 'out', 'answered')),
  -- Whose message named it: only the same sender is led to the case by an 'answered' one.
  sender text not null default '',
  primary key (landlord_id, message_key, case_id, way, sender),
  foreign key (landlord_id, case_id) references case_head
);

alter table mail_message enable row level security;
create policy landlord on mail_message
  using (landlord_id = nullif(current_setting('putright.landlord', true), '')::uuid)
  with check (landlord_id = nullif(current_setting('putright.landlord', true), '')::uuid);
alter table mail_thread enable row level security;
create policy landlord on mail_thread
  using (landlord_id = nullif(current_setting('putright.landlord', true), '')::uuid)
  with check (landlord_id = nullif(current_setting('putright.landlord', true), '')::uuid);

grant select, insert, update on mail_message to putright_app;
grant select, insert on mail_thread to putright_app;
