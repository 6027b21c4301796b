-- Which complaints were at which stage, since when, and by when was each to be answered? Stage 1 by receipt, stage 2 by
-- request. In no figure of complaints: a service request or other contact, a complaint or request that was refused and
-- stays so, an import that was taken back. What is not, has no row in the table, which is worked out from the history.
drop view if exists figure_stage cascade;
create view figure_stage with (security_invoker = true) as
select s.landlord_id, s.case_id, s.stage, s.day, s.responded_on,
  -- Its day is known.
  case when not s.answer_untold then s.responded_on end as answered_on,
  s.tenure, s.area, s.category, s.edition, s.undecided, s.start_untold, s.answer_untold, s.outcome,
  s.working_days, s.working_days_from_acknowledgement,
  s.acknowledgement_due_on, s.acknowledged_in_full_on, s.acknowledgement_untold,
  -- Due, and the latest that what nobody knows could make it due.
  s.due_base_on, s.due_base_latest_on, s.due_extended_on, s.due_extended_latest_on,
  s.due_receipt_on, s.due_receipt_on as due_receipt_latest_on,
  s.due_receipt_extended_on, s.due_receipt_extended_latest_on,
  s.withdrawn, s.went_further
from counted_stage s;

grant select on figure_stage to putright_app;
