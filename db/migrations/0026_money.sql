-- Compensation and remedies.

-- Sums of compensation by head, from when they are worked out: rows that lists and figures read, told by the history.
create table compensation (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  case_id uuid not null,
  remedy_id text not null,
  stage smallint,
  state text not null check (state in ('waiting', 'sent-back', 'approved', 'paid')),
  total_pence integer not null,
  -- 'landlord', or the id of the contractor's team that it is charged to.
  borne_by text,
  set_off_pence integer not null,
  declined boolean not null,
  worked_out_on date not null,
  worked_out_by uuid,
  approved_on date,
  approved_by uuid,
  due_on date,
  paid_on date,
  paid_pence integer,
  paid_how text,
  -- The digest of the words that hold the payment's reference.
  paid_reference text,
  -- Not of an import that was taken back.
  counts boolean not null,
  primary key (landlord_id, case_id, remedy_id),
  foreign key (landlord_id, case_id) references complaint on delete cascade
);
create index compensation_to_do on compensation (landlord_id, state, worked_out_on) where counts;
create index compensation_by_payment on compensation (landlord_id, paid_on) where counts and paid_on is not null;

create table compensation_head (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  case_id uuid not null,
  remedy_id text not null,
  n smallint not null,
  head text not null,
  pence integer not null,
  -- Where it counts among what was approved, and among what was paid.
  approved_on date,
  paid_on date,
  primary key (landlord_id, case_id, remedy_id, n),
  foreign key (landlord_id, case_id) references complaint on delete cascade
);
create index compensation_head_by_approval on compensation_head (landlord_id, approved_on) where approved_on is not null;
create index compensation_head_by_payment on compensation_head (landlord_id, paid_on) where paid_on is not null;

-- A remedy of stage 2 that stage 1 had not offered, or less of it: what stage 1 missed.
alter table remedy add column beyond_stage_1 boolean not null default false;
create index remedy_beyond_stage_1 on remedy (landlord_id, offered_on) include (kind) where counts and beyond_stage_1;

do $$
declare t text;
begin
  foreach t in array array['compensation', 'compensation_head'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy landlord on %I '
      'using (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid) '
      'with check (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid)', t);
  end loop;
end
$$;

grant select, insert, update, delete on compensation, compensation_head to putright_app;
