-- What was found of each point, in an answer sent on which day?
drop view if exists figure_point cascade;
create view figure_point with (security_invoker = true) as
select p.landlord_id, p.case_id, 1 as stage, p.answered_1_on as day, p.finding_1 as finding,
  coalesce(p.area, (
    select c.area from complaint c where c.landlord_id = p.landlord_id and c.case_id = p.case_id)) as area
from point p
where p.answered_1_on is not null
union all
select p.landlord_id, p.case_id, 2, p.answered_2_on, p.finding_2,
  coalesce(p.area, (
    select c.area from complaint c where c.landlord_id = p.landlord_id and c.case_id = p.case_id))
from point p
where p.answered_2_on is not null;

grant select on figure_point to putright_app;
