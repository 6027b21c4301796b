-- Requests for what is held of a person are shown with their limit on the Clock tab of each case of that person.
create index subject_request_by_person on subject_request (landlord_id, person_id);
