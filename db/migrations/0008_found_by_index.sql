-- People are found by an address or number, homes by a postcode, in every contact that is logged. lower() and replace() are
-- not leakproof, so under row security an index on them goes unused and every row is read. Stored as they are compared,
-- the comparison is a plain one, which row security lets through to the index.

alter table person_way add column value_plain text generated always as (lower(value)) stored;
drop index person_way_by_value;
create index person_way_by_value on person_way (landlord_id, value_plain);

alter table home add column postcode_plain text generated always as (upper(replace(postcode, ' ', ''))) stored;
drop index home_by_postcode;
create index home_by_postcode on home (landlord_id, postcode_plain);

-- The areas and categories that live cases carry are stepped through, one by one, instead of read from every case.
create index complaint_live_areas on complaint (landlord_id, area) where live and area is not null;
create index complaint_live_categories on complaint (landlord_id, category) where live and category is not null;
