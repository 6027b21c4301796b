-- Who was asked how their complaint was handled, once it had closed, and what became of the asking?
-- 'not-delivered': the message came back or was refused; 'no-way': nothing of ours may reach them; 'stopped': they had
-- said before that they want no such questions. Whoever was asked by telephone or on paper was asked and answered.
drop view if exists figure_survey cascade;
create view figure_survey with (security_invoker = true) as
select s.landlord_id, s.case_id, s.asked_on as day,
  case
    when s.answered_on is not null then 'answered'
    when s.became <> 'asked' then s.became
    when m.state in ('failed', 'stopped') then 'not-delivered'
    else 'no-answer'
  end as became,
  c.area, c.category
from survey_asked s
join complaint c on c.landlord_id = s.landlord_id and c.case_id = s.case_id
left join outgoing_message m on m.landlord_id = s.landlord_id and m.id = s.message_id
where c.standing <> 'import-taken-back' and m.state is distinct from 'never';

grant select on figure_survey to putright_app;
