-- Which complaints were at which stage, since when, and by when was each to be answered? Stage 1 by receipt, stage 2 by
-- request. In no figure of complaints: a service request or other contact, a complaint or request that was refused and
-- stays so, an import that was taken back.
drop view if exists figure_stage cascade;
create view figure_stage with (security_invoker = true) as
select c.landlord_id, c.case_id, 1 as stage, c.received_on as day, s.responded_on,
  -- Its day is known.
  case when not s.answer_untold then s.responded_on end as answered_on, c.tenure, c.area, c.category, c.edition,
  c.kind is null as undecided,
  s.start_untold, s.answer_untold, s.outcome, s.outcome_untold, s.working_days, s.working_days_from_acknowledgement,
  s.acknowledgement_due_on, s.acknowledged_in_full_on, s.acknowledgement_untold,
  s.due_base_on, coalesce(s.due_base_latest_on, s.due_base_on) as due_base_latest_on,
  s.due_extended_on, coalesce(s.due_extended_latest_on, s.due_extended_on) as due_extended_latest_on,
  s.due_receipt_on, s.due_receipt_on as due_receipt_latest_on,
  s.due_receipt_extended_on,
  coalesce(s.due_receipt_extended_latest_on, s.due_receipt_extended_on) as due_receipt_extended_latest_on,
  c.withdrawn_on is not null as withdrawn,
  c.escalation_requested_on is not null as went_further,
  c.person_id
from complaint c
join stage s on s.landlord_id = c.landlord_id and s.case_id = c.case_id and s.stage = 1
where c.standing <> 'import-taken-back'
  and (c.kind = 'complaint' or c.kind is null)
  and (c.refused_on is null or c.refusal_overturned_on is not null)
  -- A register that knows only of the second stage says nothing of a first one in the period.
  and not (s.start_untold and s.responded_on is null and c.escalation_requested_on is not null)
union all
select c.landlord_id, c.case_id, 2, coalesce(c.escalation_requested_on, s.started_on), s.responded_on,
  case when not s.answer_untold then s.responded_on end, c.tenure, c.area, c.category, c.edition,
  false,
  s.start_untold, s.answer_untold, s.outcome, s.outcome_untold, s.working_days, s.working_days_from_acknowledgement,
  s.acknowledgement_due_on, s.acknowledged_in_full_on, s.acknowledgement_untold,
  s.due_base_on, coalesce(s.due_base_latest_on, s.due_base_on),
  s.due_extended_on, coalesce(s.due_extended_latest_on, s.due_extended_on),
  s.due_receipt_on, s.due_receipt_on,
  s.due_receipt_extended_on, coalesce(s.due_receipt_extended_latest_on, s.due_receipt_extended_on),
  c.withdrawn_on is not null,
  exists (
    select 1 from determination d where d.landlord_id = c.landlord_id and d.case_id = c.case_id),
  c.person_id
from stage s
join complaint c on c.landlord_id = s.landlord_id and c.case_id = s.case_id
where s.stage = 2
  and c.standing <> 'import-taken-back'
  and c.kind = 'complaint'
  and (c.refused_on is null or c.refusal_overturned_on is not null)
  and c.escalation_refused_on is null
union all
-- Nobody knows whether, or when, stage 2 was asked for: it is in no count, and the figures say that it is not. By the
-- day of the stage 1 answer, else of receipt.
select c.landlord_id, c.case_id, 2, coalesce(s.responded_on, c.received_on), null, null, c.tenure, c.area, c.category, c.edition,
  false,
  true, true, null, false, null, null,
  null, null, false, null, null, null, null, null, null, null, null,
  c.withdrawn_on is not null, false, c.person_id
from complaint c
left join stage s on s.landlord_id = c.landlord_id and s.case_id = c.case_id and s.stage = 1
where c.untold like '%stage-2-request%'
  and c.standing <> 'import-taken-back'
  and c.kind = 'complaint'
  and (c.refused_on is null or c.refusal_overturned_on is not null)
  and not exists (
    select 1 from stage t where t.landlord_id = c.landlord_id and t.case_id = c.case_id and t.stage = 2);

grant select on figure_stage to putright_app;
