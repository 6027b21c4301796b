-- Improvements are proved by files too; words that stand together are counted as pairs; causes are laid together by group.

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

-- Two neighbouring words are a term of their own beside the two, so every complaint is read again by the next job. Both
-- tables are worked out from what residents wrote.
truncate theme_case, theme_term;

-- Groups of causes are laid together as well as the causes in them.
alter table theme_risk
  drop constraint theme_risk_theme_check,
  add constraint theme_risk_theme_check check (theme in (
    'area', 'category', 'cause', 'cause-group', 'contractor', 'block', 'ward', 'words', 'other'));

-- As before, and two words that stand side by side in a name or an address are found there too.
create or replace function putright_words_in_names(asked text[]) returns table (word text, kind text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  here constant uuid := nullif(current_setting('putright.landlord', true), '')::uuid;
  one text;
  of_kind text;
  stands boolean;
begin
  foreach one in array asked[1:500] loop
    continue when one !~ '^[[:alpha:]]{3,40}( [[:alpha:]]{3,40})?$';
    foreach of_kind in array array['person', 'home'] loop
      -- Dynamic, so that each word is planned for itself: by the index of three letters, until the first that fits.
      execute
        'select exists (select from search_name s where s.landlord_id = $1 and s.name like $2 '
        'and s.kind = $4 and s.name ~ $3)'
        into stands using here, '%' || one || '%', '\m' || one || '\M', of_kind;
      if stands then
        word := one;
        kind := of_kind;
        return next;
      end if;
    end loop;
  end loop;
end
$$;
