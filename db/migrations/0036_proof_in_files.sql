-- Improvements are proved by files too.

-- What shows that an improvement was done: a photograph, minutes, a procedure. The file is scanned and typed like any other.
create table improvement_proof (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  improvement_id uuid not null,
  file bytea not null check (length(file) = 32),
  added_at timestamptz(3) not null,
  added_by uuid not null,
  primary key (landlord_id, improvement_id, file),
  foreign key (landlord_id, improvement_id) references improvement_plan,
  foreign key (landlord_id, file) references file (landlord_id, digest),
  foreign key (landlord_id, added_by) references staff (landlord_id, id)
);
alter table improvement_proof enable row level security;
alter table improvement_proof force row level security;
create policy landlord on improvement_proof
  using (landlord_id = nullif(current_setting('putright.landlord', true), '')::uuid)
  with check (landlord_id = nullif(current_setting('putright.landlord', true), '')::uuid);
-- One that should not be there is taken away, with its bytes.
grant select, insert, delete on improvement_proof to putright_app;
