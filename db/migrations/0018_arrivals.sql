-- What arrived from a resident and waits for an officer's eye. What happened stands in the case's history; a row here
-- says that somebody still has to see it, and what it may mean.

create table arrival (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  -- The same key is one arrival, however often it is told.
  key text not null check (key <> '' and length(key) <= 200),
  -- Listed in src/complaint/arriving.ts alone: every part of the product adds to it.
  kind text not null check (kind ~ '^[a-z][a-z0-9-]{1,39}$'),
  -- Null: nobody knows yet which case it belongs to.
  case_id uuid,
  -- The entry of the case's history that tells of it; null when there is none.
  seq integer,
  person_id uuid,
  channel text,
  -- The day on which it was received, in London: what it means in law counts from it.
  arrived_on date not null,
  noted_at timestamptz(3) not null default now(),
  -- What an officer reads, and what the resident asks to have changed: words, so they go with the case's words.
  note text,
  proposal jsonb,
  settled_at timestamptz(3),
  -- Null with settled_at: an act by the resident settled it.
  settled_by uuid,
  settled_how text check (settled_how ~ '^[a-z][a-z-]{1,39}$'),
  -- Why it means nothing, where that must be said.
  settled_why text,
  primary key (landlord_id, id),
  unique (landlord_id, key),
  foreign key (landlord_id, case_id) references case_head (landlord_id, case_id),
  foreign key (landlord_id, settled_by) references staff (landlord_id, id),
  check ((settled_at is null) = (settled_how is null))
);
create index arrival_waiting on arrival (landlord_id, arrived_on, noted_at) where settled_at is null;
create index arrival_of_case on arrival (landlord_id, case_id) where case_id is not null;

alter table arrival enable row level security;
alter table arrival force row level security;
create policy landlord on arrival
  using (landlord_id = nullif(current_setting('putright.landlord', true), '')::uuid)
  with check (landlord_id = nullif(current_setting('putright.landlord', true), '')::uuid);

grant select, insert on arrival to putright_app;
grant update (case_id, seq, note, proposal, settled_at, settled_by, settled_how, settled_why) on arrival to putright_app;
