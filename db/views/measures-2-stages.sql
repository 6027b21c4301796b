-- Which complaints were at which stage, since when, and by when was each to be answered? Stage 1 by receipt, stage 2 by
-- request. In no figure of complaints: a service request or other contact, a complaint or request that was refused and
-- stays so, an import that was taken back. `counts` says it, worked out with the rest of the row from the history.
drop view if exists figure_stage cascade;
create view figure_stage with (security_invoker = true) as
select s.landlord_id, s.case_id, s.stage, s.counts_on as day, s.responded_on,
  -- Its day is known.
  case when not s.answer_untold then s.responded_on end as answered_on,
  s.tenure, s.area, s.category, s.edition, s.undecided, s.start_untold, s.answer_untold, s.outcome, s.outcome_untold,
  s.working_days, s.working_days_from_acknowledgement,
  s.acknowledgement_due_on, s.acknowledged_in_full_on, s.acknowledgement_untold,
  -- Due, and the latest that what nobody knows could make it due.
  s.due_base_on, coalesce(s.due_base_latest_on, s.due_base_on) as due_base_latest_on,
  s.due_extended_on, coalesce(s.due_extended_latest_on, s.due_extended_on) as due_extended_latest_on,
  s.due_receipt_on, s.due_receipt_on as due_receipt_latest_on,
  s.due_receipt_extended_on,
  coalesce(s.due_receipt_extended_latest_on, s.due_receipt_extended_on) as due_receipt_extended_latest_on,
  s.withdrawn, s.went_further
from stage s
where s.counts
union all
-- Nobody knows whether, or when, stage 2 was asked for: it is in no count, and the figures say that it is not. By the
-- day of the stage 1 answer, else of receipt.
select c.landlord_id, c.case_id, 2, coalesce(s.responded_on, c.received_on), null, null,
  c.tenure, c.area, c.category, c.edition, false, true, true, null, false,
  null, null,
  null, null, false,
  null, null, null, null, null, null, null, null,
  c.withdrawn_on is not null, false
from complaint c
left join stage s on s.landlord_id = c.landlord_id and s.case_id = c.case_id and s.stage = 1
where c.escalation_untold;

grant select on figure_stage to putright_app;
