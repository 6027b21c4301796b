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
create policy landlord on landlord_secret
  using (landlord_id = nullif(current_setting('putright.landlord', true), '')::uuid)
  with check (landlord_id = nullif(current_setting('putright.landlord', true), '')::uuid);

grant select, insert, update, delete on landlord_secret to putright_app;
