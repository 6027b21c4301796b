-- Complaints that a resident has begun and not yet sent, and alarms for the landlord's on-call ways.
select 1;
