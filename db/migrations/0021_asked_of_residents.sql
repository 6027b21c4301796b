-- What residents are asked (did it happen, how was it handled), the policy pages they read, and the languages they read in.

-- Whoever was asked how their complaint was handled, or should have been and could not be reached. Once for each person
-- of a case. What they answered stands in the history; how a message fared stands with the message.
create table survey_asked (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  id uuid not null,
  case_id uuid not null,
  person_id uuid,
  asked_on date not null,
  -- 'stopped': the person had said before that they want no more such questions.
  became text not null check (became in ('asked', 'no-way', 'stopped')),
  message_id uuid,
  answered_on date,
  answered_how text check (answered_how in ('link', 'phone', 'in-person', 'letter')),
  primary key (landlord_id, id),
  foreign key (landlord_id, case_id) references case_head,
  foreign key (landlord_id, person_id) references person on delete set null (person_id),
  constraint survey_answered_whole check ((answered_on is null) = (answered_how is null))
);
create unique index survey_asked_once on survey_asked (landlord_id, case_id, person_id);
create index survey_asked_by_day on survey_asked (landlord_id, asked_on);
create index survey_asked_by_person on survey_asked (landlord_id, person_id);

-- People who want no more such questions, whatever the case.
create table survey_stop (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  person_id uuid not null,
  stopped_at timestamptz(3) not null,
  primary key (landlord_id, person_id),
  foreign key (landlord_id, person_id) references person on delete cascade
);

-- A page of the landlord's policy on its site, as it was published. A version is never changed: the next follows it.
create table policy_page (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  page text not null check (page ~ '^[a-z]+(-[a-z]+)*$'),
  version integer not null check (version > 0),
  title text not null check (title <> ''),
  -- Plain text with headings; see src/assess/policy/page-text.ts.
  body text not null check (body <> '' and length(body) <= 200000),
  published_on date not null,
  published_at timestamptz(3) not null,
  published_by uuid not null,
  -- Why it changed; null for the first.
  because text,
  primary key (landlord_id, page, version),
  foreign key (landlord_id, published_by) references staff
);

-- What is being written for a page, until it is published.
create table policy_page_draft (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  page text not null check (page ~ '^[a-z]+(-[a-z]+)*$'),
  title text not null check (title <> ''),
  body text not null check (length(body) <= 200000),
  version integer not null check (version > 0),
  saved_by uuid not null,
  saved_at timestamptz(3) not null,
  primary key (landlord_id, page),
  foreign key (landlord_id, saved_by) references staff
);

-- The sentences of residents' pages in another language, as they were loaded. A version holds from the day on which a
-- person who reads the language has reviewed it; before that nobody is offered it.
create table catalogue (
  landlord_id uuid not null default nullif(current_setting('putright.landlord', true), '')::uuid references landlord,
  language text not null check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$'),
  version integer not null check (version > 0),
  -- The English sentence to its translation.
  sentences jsonb not null check (jsonb_typeof(sentences) = 'object'),
  file_name text not null,
  loaded_by uuid not null,
  loaded_at timestamptz(3) not null,
  -- Who read it, as the landlord names them, and whether the parts that state the law were translated by a person.
  reviewed_by text check (reviewed_by <> ''),
  reviewed_on date,
  legal_by_person boolean,
  review_noted_by uuid,
  review_noted_at timestamptz(3),
  withdrawn_at timestamptz(3),
  withdrawn_by uuid,
  primary key (landlord_id, language, version),
  foreign key (landlord_id, loaded_by) references staff,
  foreign key (landlord_id, review_noted_by) references staff,
  foreign key (landlord_id, withdrawn_by) references staff,
  constraint catalogue_reviewed_whole check (
    (reviewed_by is null) = (reviewed_on is null) and (reviewed_by is null) = (legal_by_person is null)
    and (reviewed_by is null) = (review_noted_by is null) and (reviewed_by is null) = (review_noted_at is null))
);
create index catalogue_that_holds on catalogue (landlord_id, language, version)
  where reviewed_by is not null and withdrawn_at is null;

do $$
declare t text;
begin
  foreach t in array array['survey_asked', 'survey_stop', 'policy_page', 'policy_page_draft', 'catalogue']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy landlord on %I
         using (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid)
         with check (landlord_id = nullif(current_setting(''putright.landlord'', true), '''')::uuid)', t);
  end loop;
end $$;

grant select, insert on survey_asked, survey_stop, policy_page, catalogue to putright_app;
grant update (answered_on, answered_how) on survey_asked to putright_app;
grant delete on survey_stop to putright_app;
grant select, insert, update, delete on policy_page_draft to putright_app;
grant update (reviewed_by, reviewed_on, legal_by_person, review_noted_by, review_noted_at, withdrawn_at, withdrawn_by)
  on catalogue to putright_app;
