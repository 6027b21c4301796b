-- Who corrected what is held of a resident. The sentence says what was corrected and holds no old or new value, so that
-- nothing of it stays behind when a person's details are erased.

alter table change_trail drop constraint change_trail_about_check;
alter table change_trail add constraint change_trail_about_check check (about in
  ('staff', 'team', 'area', 'category', 'target', 'holiday', 'letterhead', 'approval', 'counting', 'person'));
-- The person whom it is about; null for settings.
alter table change_trail add column subject_id uuid;
create index change_trail_by_subject on change_trail (landlord_id, subject_id, at desc) where subject_id is not null;
