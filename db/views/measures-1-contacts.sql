-- What came in, and on which day? A contact is a row by its receipt; each request for stage 2 is a row of its own.
-- A case whose import was taken back is none. A refused complaint came in, so it is here.
drop view if exists figure_contact cascade;
create view figure_contact with (security_invoker = true) as
select c.landlord_id, c.case_id, c.received_on as day,
  case when c.kind = 'complaint' then 'stage-1' else coalesce(c.kind, 'undecided') end as kind,
  c.channel, c.area, c.category
from complaint c
where c.standing <> 'import-taken-back'
  -- A register that knows only of the second stage: that request is its contact.
  and not (c.untold like '%received%' and c.escalation_requested_on is not null)
  -- A register that tells no day at all: it stands on the day it was brought in, which is the last of its history.
  and not (c.untold like '%received%' and c.received_on = c.last_on)
union all
select c.landlord_id, c.case_id, c.escalation_requested_on, 'stage-2', null, c.area, c.category
from complaint c
where c.escalation_requested_on is not null and c.standing <> 'import-taken-back';

grant select on figure_contact to putright_app;
