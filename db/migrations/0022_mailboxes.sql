-- Mailboxes that are read, how far each was read, and the secrets that a landlord gave.

-- 1 Secrets ----------------------------------------------------------------------------------------------------------

-- Closed by the installation's key, which is not in the database: a copy of the tables opens none of them.
create table landlord_secret (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  name text not null check (name ~ '^[a-z0-9][a-z0-9 -]{0,99}$'),
  sealed bytea not null check (length(sealed) between 29 and 65536),
  changed_at timestamptz(3) not null default clock_timestamp(),
  primary key (landlord_id, name)
);

alter table landlord_secret enable row level security;
alter table landlord_secret force row level security;
create policy landlord on landlord_secret
  using (landlord_id = nullif(current_setting('putright.landlord', true), '')::uuid)
  with check (landlord_id = nullif(current_setting('putright.landlord', true), '')::uuid);

grant select, insert, update, delete on landlord_secret to putright_app;

-- 2 Mailboxes --------------------------------------------------------------------------------------------------------

create table mailbox (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  -- What staff call it.
  name text not null check (name <> ''),
  host text not null check (host <> ''),
  port integer not null check (port between 1 and 65535),
  security text not null check (security in ('tls', 'starttls', 'none')),
  folder text not null default 'INBOX' check (folder <> ''),
  user_name text not null check (user_name <> ''),
  sign_in text not null check (sign_in in ('password', 'oauth-client', 'oauth-refresh')),
  -- For OAuth: where tokens are given, to whom, and for what.
  token_url text,
  client_id text,
  scope text,
  -- The name under which the landlord's own server writes what it thinks of a sender (RFC 8601).
  authserv_id text,
  -- complaints+{code}@ashdown.example: answers to it find their case.
  reply_address text check (reply_address like '%{code}%@%'),
  -- Whether what lay in the folder before is read too.
  from_the_beginning boolean not null default false,
  -- If not: nothing that came before this day, also when the mailbox is numbered anew.
  begun_on date not null default (now() at time zone 'Europe/London')::date,
  poll_seconds integer not null default 120 check (poll_seconds between 5 and 86400),
  reads boolean not null default true,
  -- Moves with the settings: whoever reads it begins anew.
  version integer not null default 1,
  primary key (landlord_id, id),
  check (sign_in = 'password' or (token_url is not null and client_id is not null))
);

-- How far it was read. Never the seen flag: people open mail, and we change nothing in a mailbox.
create table mailbox_reading (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  mailbox_id uuid not null,
  uid_validity bigint,
  -- Every message up to this one was taken in, or is in mailbox_left.
  last_uid bigint not null default 0,
  read_at timestamptz(3),
  -- How many are there that were not taken in yet.
  waiting integer not null default 0,
  taken bigint not null default 0,
  -- One plain sentence, without a word of the other side's.
  trouble text,
  trouble_since timestamptz(3),
  -- One process at a time reads a mailbox: until then it is that one's.
  held_by uuid,
  held_until timestamptz(3),
  primary key (landlord_id, mailbox_id),
  foreign key (landlord_id, mailbox_id) references mailbox on delete cascade
);

-- Messages that could not be taken in when their turn came. They are tried again, and hold up none of the others.
create table mailbox_left (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  mailbox_id uuid not null,
  uid_validity bigint not null,
  uid bigint not null,
  tries integer not null default 1,
  next_try timestamptz(3) not null,
  primary key (landlord_id, mailbox_id, uid_validity, uid),
  foreign key (landlord_id, mailbox_id) references mailbox on delete cascade
);

-- 3 Answers to us, and ours to them ----------------------------------------------------------------------------------

-- What stands in a reply address for a case. It finds the case and proves nobody.
create table mail_reply_code (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  code text not null check (code ~ '^[a-z2-7]{16}$'),
  case_id uuid not null,
  primary key (landlord_id, code),
  foreign key (landlord_id, case_id) references case_head (landlord_id, case_id)
);

-- Whom we told on which day that their mail has come: once a day and no more. A keyed digest, no address.
create table mail_receipt (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  on_day date not null,
  address_digest bytea not null check (length(address_digest) = 32),
  primary key (landlord_id, on_day, address_digest)
);

alter table mail_message add column mailbox_id uuid;
-- What the landlord's own mail server says of the sender: pass, fail or something between; null: it says nothing.
alter table mail_message add column sender_checked text
  check (sender_checked in ('passed', 'failed', 'unsure'));
alter table mail_message add column sender_checks text[] not null default '{}';

do $$
declare t text;
begin
  foreach t in array array['mailbox', 'mailbox_reading', 'mailbox_left', 'mail_reply_code', 'mail_receipt']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy landlord on %I
         using (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid)
         with check (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid)', t);
  end loop;
end $$;

grant select, insert, update, delete on mailbox to putright_app;
grant select, insert, update, delete on mailbox_reading to putright_app;
grant select, insert, update, delete on mailbox_left to putright_app;
grant select, insert on mail_reply_code to putright_app;
grant select, insert, delete on mail_receipt to putright_app;

-- A report about delivery names our letter by its Message-ID.
create index letter_sending_by_message_id on letter_sending (landlord_id, message_id) where message_id is not null;
