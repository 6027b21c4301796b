-- Figures that are given and not counted: homes owned, past totals, benchmarks, perception surveys. And registers that were
-- sent, until they are taken.
--
-- A row is never changed. A figure that was wrong is ended, with who and when, and names the one that took its place:
-- a report made meanwhile can still be explained.

-- How many homes of each kind the landlord owned on the last day of a year.
create table stock_figure (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  tenure text not null check (tenure in ('LCRA', 'LCHO', 'leasehold', 'other')),
  year_end date not null,
  homes integer not null check (homes >= 0),
  source text not null check (source <> ''),
  -- Null when the command line did it.
  entered_by uuid,
  entered_at timestamptz(3) not null default now(),
  ended_at timestamptz(3),
  ended_by uuid,
  replaced_by uuid,
  primary key (landlord_id, id),
  foreign key (landlord_id, entered_by) references staff (landlord_id, id),
  foreign key (landlord_id, ended_by) references staff (landlord_id, id),
  foreign key (landlord_id, replaced_by) references stock_figure (landlord_id, id) deferrable initially deferred,
  check (replaced_by is null or ended_at is not null)
);
create unique index stock_figure_that_holds on stock_figure (landlord_id, tenure, year_end) where ended_at is null;

-- What is known of a time before the cases only as a total. Never counted together with cases unseen.
create table past_total (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  -- The figure of the library of measures that it would be: 'stage1.count', 'ch02.1'.
  measure text not null check (measure ~ '^[a-z0-9][a-z0-9.-]{0,59}$'),
  grouped text check (grouped <> ''),
  reading text check (reading <> ''),
  period_name text not null check (period_name <> ''),
  period_from date not null,
  period_until date not null,
  -- As printed, when the counts behind it were not: a proportion from 0 to 1, a number for 1,000 homes, days, pence.
  value numeric,
  numerator integer check (numerator >= 0),
  denominator integer check (denominator >= 0),
  source text not null check (source <> ''),
  entered_by uuid,
  entered_at timestamptz(3) not null default now(),
  ended_at timestamptz(3),
  ended_by uuid,
  replaced_by uuid,
  primary key (landlord_id, id),
  foreign key (landlord_id, entered_by) references staff (landlord_id, id),
  foreign key (landlord_id, ended_by) references staff (landlord_id, id),
  foreign key (landlord_id, replaced_by) references past_total (landlord_id, id) deferrable initially deferred,
  check (replaced_by is null or ended_at is not null),
  check (period_from <= period_until),
  check (value is not null or numerator is not null),
  check (denominator is null or numerator is not null)
);
create unique index past_total_that_holds
  on past_total (landlord_id, measure, period_from, period_until, coalesce(grouped, ''), coalesce(reading, ''))
  where ended_at is null;

-- What others achieved, as one sheet tells it: its name, year, source and day of publication.
create table benchmark_set (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  -- 'RSH 2024/25, all landlords', 'HouseMark peers'.
  name text collate "en-GB-x-icu" not null check (name <> ''),
  -- The reporting year: '2024-25'.
  year text not null check (year ~ '^[0-9]{4}-[0-9]{2}$'),
  source text not null check (source <> ''),
  published_on date not null,
  file_name text not null,
  loaded_by uuid,
  loaded_at timestamptz(3) not null default now(),
  ended_at timestamptz(3),
  ended_by uuid,
  replaced_by uuid,
  primary key (landlord_id, id),
  foreign key (landlord_id, loaded_by) references staff (landlord_id, id),
  foreign key (landlord_id, ended_by) references staff (landlord_id, id),
  foreign key (landlord_id, replaced_by) references benchmark_set (landlord_id, id) deferrable initially deferred,
  check (replaced_by is null or ended_at is not null)
);
create unique index benchmark_set_that_holds on benchmark_set (landlord_id, name, year) where ended_at is null;

create table benchmark (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid,
  set_id uuid not null,
  measure text not null check (measure ~ '^[a-z0-9][a-z0-9.-]{0,59}$'),
  -- '' when it is of all; LCRA or LCHO where they are told apart.
  grouped text not null default '',
  -- In the measure's own unit: a proportion from 0 to 1.
  lower_quartile numeric,
  median numeric,
  upper_quartile numeric,
  -- Of how many landlords; null when the sheet does not say.
  landlords integer check (landlords >= 0),
  -- Null: neither is better, as with how many complaints are made.
  better text check (better in ('higher', 'lower')),
  primary key (landlord_id, set_id, measure, grouped),
  foreign key (landlord_id, set_id) references benchmark_set (landlord_id, id),
  check (coalesce(lower_quartile, median, upper_quartile) is not null),
  check (lower_quartile <= median),
  check (median <= upper_quartile),
  check (lower_quartile <= upper_quartile)
);

-- What a survey of perception found. It comes from the survey alone, never from cases.
create table perception_result (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  -- 'tp09', or another question of the survey.
  measure text not null check (measure ~ '^[a-z0-9][a-z0-9.-]{0,59}$'),
  year text not null check (year ~ '^[0-9]{4}-[0-9]{2}$'),
  tenure text not null check (tenure in ('LCRA', 'LCHO', 'all')),
  -- Very and fairly satisfied, of those who answered the question.
  satisfied integer not null check (satisfied >= 0),
  answered integer not null check (answered >= satisfied),
  -- 'Telephone', 'Post and online'.
  method text not null check (method <> ''),
  asked_from date not null,
  asked_until date not null,
  source text not null check (source <> ''),
  entered_by uuid,
  entered_at timestamptz(3) not null default now(),
  ended_at timestamptz(3),
  ended_by uuid,
  replaced_by uuid,
  primary key (landlord_id, id),
  foreign key (landlord_id, entered_by) references staff (landlord_id, id),
  foreign key (landlord_id, ended_by) references staff (landlord_id, id),
  foreign key (landlord_id, replaced_by) references perception_result (landlord_id, id) deferrable initially deferred,
  check (replaced_by is null or ended_at is not null),
  check (asked_from <= asked_until)
);
create unique index perception_result_that_holds on perception_result (landlord_id, measure, year, tenure)
  where ended_at is null;

-- A sheet of benchmarks or survey results that was sent and is looked at before it is taken. For its sender alone.
create table sheet_kept (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  staff_id uuid not null,
  what text not null check (what in ('benchmarks', 'perception')),
  file_name text not null,
  rows jsonb not null,
  made_at timestamptz(3) not null default now(),
  primary key (landlord_id, id),
  foreign key (landlord_id, staff_id) references staff (landlord_id, id)
);
create index sheet_kept_by_staff on sheet_kept (landlord_id, staff_id, made_at);

-- A register that was sent, while people say how its columns are meant and look at what taking it would do. The bytes
-- are a document of the landlord's; the row goes when the import begins, and the document when it has ended.
create table register_sent (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  staff_id uuid not null,
  file bytea not null,
  file_name text not null,
  source text not null check (source <> ''),
  -- What has been said of it so far (RegisterMap), what is proposed (Proposal), what taking it would do (Preview).
  map jsonb,
  proposal jsonb,
  preview jsonb,
  -- What a job is reading it for; null when nothing is being read.
  reading text check (reading in ('columns', 'preview')),
  -- Why it can't be read, in a sentence.
  fault text,
  made_at timestamptz(3) not null default now(),
  primary key (landlord_id, id),
  foreign key (landlord_id, staff_id) references staff (landlord_id, id),
  foreign key (landlord_id, file) references file (landlord_id, digest)
);
create index register_sent_by_time on register_sent (landlord_id, made_at);
create index register_sent_by_file on register_sent (landlord_id, file);

-- That an import is to be taken back, by whom and why: the job that does it holds no words.
create table import_to_take_back (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  import_id uuid not null,
  reason text not null check (reason <> ''),
  asked_by uuid not null,
  asked_at timestamptz(3) not null default now(),
  primary key (landlord_id, import_id, asked_at),
  foreign key (landlord_id, asked_by) references staff (landlord_id, id)
);

do $$
declare t text;
begin
  foreach t in array array[
    'stock_figure', 'past_total', 'benchmark_set', 'benchmark', 'perception_result', 'sheet_kept', 'register_sent',
    'import_to_take_back'
  ]
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy landlord on %I
         using (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid)
         with check (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid)', t);
  end loop;
end $$;

grant select, insert on stock_figure, past_total, benchmark_set, benchmark, perception_result to putright_app;
grant update (ended_at, ended_by, replaced_by) on stock_figure, past_total, benchmark_set, perception_result
  to putright_app;
grant select, insert, delete on sheet_kept to putright_app;
grant select, insert, delete on register_sent to putright_app;
grant update (source, map, proposal, preview, reading, fault) on register_sent to putright_app;
grant select, insert on import_to_take_back to putright_app;

-- What a change can be about is listed in src/store/change-trail.ts alone: every part of the product adds to it.
alter table change_trail drop constraint change_trail_about_check;
alter table change_trail add constraint change_trail_about_check check (about ~ '^[a-z][a-z-]{1,39}$');

-- Where a home stands, for the map of complaints by ward or block. Drawn here; nothing of it leaves the machine.
alter table home
  add column longitude double precision check (longitude between -180 and 180),
  add column latitude double precision check (latitude between -90 and 90),
  add constraint home_has_a_whole_place check ((longitude is null) = (latitude is null));
