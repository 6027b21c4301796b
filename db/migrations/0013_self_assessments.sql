-- Self-assessments, their answers, evidence, action plans, approvals.

select 1;
