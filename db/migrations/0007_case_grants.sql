-- The member responsible for complaints sees figures, and cases without names or words. A whole case is opened to them
-- one at a time, by somebody who answers for it, for a reason and until a day. Grants are ended, never deleted.

create table case_grant (
  landlord_id uuid not null references landlord,
  id uuid not null,
  case_id uuid not null,
  staff_id uuid not null,
  granted_by uuid not null,
  granted_at timestamptz(3) not null default now(),
  reason text not null check (reason <> ''),
  -- The last day on which it holds.
  until date not null,
  ended_at timestamptz(3),
  ended_by uuid,
  primary key (landlord_id, id),
  foreign key (landlord_id, case_id) references case_head,
  foreign key (landlord_id, staff_id) references staff (landlord_id, id),
  foreign key (landlord_id, granted_by) references staff (landlord_id, id),
  foreign key (landlord_id, ended_by) references staff (landlord_id, id)
);
create index case_grant_of on case_grant (landlord_id, case_id, staff_id);
create index case_grant_to on case_grant (landlord_id, staff_id, until) where ended_at is null;

alter table case_grant enable row level security;
create policy landlord on case_grant
  using (landlord_id = nullif(current_setting('putright.landlord', true), '')::uuid)
  with check (landlord_id = nullif(current_setting('putright.landlord', true), '')::uuid);

grant select, insert on case_grant to putright_app;
grant update (ended_at, ended_by) on case_grant to putright_app;

-- What else can be set, and so is in the trail.
alter table change_trail drop constraint change_trail_about_check;
alter table change_trail add constraint change_trail_about_check check (about in
  ('staff', 'team', 'area', 'category', 'target', 'holiday', 'letterhead', 'approval', 'counting', 'person', 'mail',
    'reference', 'files', 'cause'));
