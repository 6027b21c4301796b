-- What was found of each point, in an answer sent on which day?
drop view if exists figure_point cascade;
create view figure_point with (security_invoker = true) as
select p.landlord_id, p.case_id, s.stage, s.responded_on as day,
  case s.stage when 1 then p.finding_1 else p.finding_2 end as finding,
  coalesce(p.area, c.area) as area, coalesce(p.category, c.category) as category
from stage s
join complaint c on c.landlord_id = s.landlord_id and c.case_id = s.case_id
join point p on p.landlord_id = s.landlord_id and p.case_id = s.case_id
where s.stage in (1, 2)
  and s.responded_on is not null
  and c.standing <> 'import-taken-back'
  and (c.refused_on is null or c.refusal_overturned_on is not null)
  and case s.stage when 1 then p.finding_1 else p.finding_2 end is not null;

grant select on figure_point to putright_app;
