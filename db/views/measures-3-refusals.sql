-- What was refused, when, on which ground, and did it stand?
drop view if exists figure_refusal cascade;
create view figure_refusal with (security_invoker = true) as
select c.landlord_id, c.case_id, 1 as stage, c.refused_on as day, c.refused_ground as ground,
  c.refusal_overturned_on is not null as overturned, c.area, c.category
from complaint c
where c.refused_on is not null and c.standing <> 'import-taken-back'
union all
select c.landlord_id, c.case_id, 2, c.escalation_refused_on, c.escalation_refused_ground, false, c.area, c.category
from complaint c
where c.escalation_refused_on is not null and c.standing <> 'import-taken-back';

grant select on figure_refusal to putright_app;
