-- Run once by the administrator of the database server, in the (empty) database that Putright is to use:
--
--   psql -v login=putright_login -v ON_ERROR_STOP=1 -f db/roles.sql DATABASE
--
-- The login must exist and be an ordinary one: neither superuser nor BYPASSRLS, or landlords would not be kept apart.
-- To give each role a login of its own instead (the stricter way), see docs/operations.md.

do $$
declare
  role text;
begin
  foreach role in array array['putright_owner', 'putright_app', 'putright_jobs'] loop
    if not exists (select from pg_roles where rolname = role) then
      execute format('create role %I nologin', role);
    end if;
  end loop;
end
$$;

-- Migrations hand the door to the jobs over to the role that owns the jobs' tables.
grant putright_jobs to putright_owner;

-- Whoever gives a database away must belong to whom it is given.
do $$
begin
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant putright_owner to %I', current_user);
  end if;
  execute format('alter database %I owner to putright_owner', current_database());
end
$$;

-- Each connection takes one of the three roles as it opens.
grant putright_owner, putright_app, putright_jobs to :"login";
