-- Which new dates were residents told, why, and did they count?
drop view if exists figure_extension cascade;
create view figure_extension with (security_invoker = true) as
select e.landlord_id, e.case_id, e.stage, e.told_on as day, e.counts, e.working_days, e.because, c.area, c.category
from extension e
join complaint c on c.landlord_id = e.landlord_id and c.case_id = e.case_id
where c.standing <> 'import-taken-back';

-- How much money was offered, and how much was paid, on which day?
drop view if exists figure_compensation cascade;
create view figure_compensation with (security_invoker = true) as
select r.landlord_id, r.case_id, r.offered_on as day, 'offered' as what, r.pence,
  (select c.area from complaint c where c.landlord_id = r.landlord_id and c.case_id = r.case_id) as area
from remedy r
where r.counts and r.kind = 'financial'
union all
select r.landlord_id, r.case_id, r.paid_on, 'paid', r.paid_pence,
  (select c.area from complaint c where c.landlord_id = r.landlord_id and c.case_id = r.case_id)
from remedy r
where r.counts and r.paid_on is not null;

-- Which remedies did stage 2 give that stage 1 had not offered?
drop view if exists figure_remedy_beyond cascade;
create view figure_remedy_beyond with (security_invoker = true) as
select r.landlord_id, r.case_id, r.offered_on as day, r.kind, c.area, c.category
from remedy r
join complaint c on c.landlord_id = r.landlord_id and c.case_id = r.case_id
where r.counts and r.beyond_stage_1;

-- What were approved sums of compensation for, and in which area?
drop view if exists figure_compensation_head cascade;
create view figure_compensation_head with (security_invoker = true) as
select h.landlord_id, h.case_id, h.approved_on as day, h.head, h.pence, c.area, c.category
from compensation_head h
join complaint c on c.landlord_id = h.landlord_id and c.case_id = h.case_id
where h.approved_on is not null;

-- What became of each promise whose first date fell on a day? Moving the date later does not make it kept in time.
drop view if exists figure_promise cascade;
create view figure_promise with (security_invoker = true) as
select p.landlord_id, p.case_id, p.first_due_on as day, p.moves,
  case
    when p.done_on <= p.first_due_on then 'on-time'
    when p.done_on is not null then 'late'
    when p.state = 'ended' then 'ended'
    else 'open'
  end as became,
  p.resident_says,
  (select c.area from complaint c where c.landlord_id = p.landlord_id and c.case_id = p.case_id) as area
from promise p
where p.counts;

-- What did residents answer when they were asked after their own case?
drop view if exists figure_answer cascade;
create view figure_answer with (security_invoker = true) as
select a.landlord_id, a.case_id, a.answered_on as day, a.question, a.answer, c.area, c.category
from survey_answer a
join complaint c on c.landlord_id = a.landlord_id and c.case_id = a.case_id
where c.standing <> 'import-taken-back';

-- What did the Ombudsman find, issue by issue, order, and notify?
drop view if exists figure_ombudsman cascade;
create view figure_ombudsman with (security_invoker = true) as
select d.landlord_id, d.case_id, d.determined_on as day, 'finding' as what,
  replace(lower(trim(d.finding)), ' ', '-') as finding, null::date as due_on, null::date as complied_on, d.ombudsman,
  c.area, c.category
from determination d
join complaint c on c.landlord_id = d.landlord_id and c.case_id = d.case_id
where c.standing <> 'import-taken-back'
union all
select o.landlord_id, o.case_id, o.made_on, case when o.binding then 'order' else 'recommendation' end, null, o.due_on,
  o.complied_on, o.ombudsman, c.area, c.category
from ombudsman_order o
join complaint c on c.landlord_id = o.landlord_id and c.case_id = o.case_id
where c.standing <> 'import-taken-back'
union all
select n.landlord_id, n.case_id, n.received_on, 'failure-notice', null, null, null, 'HOS', c.area, c.category
from failure_notice n
join complaint c on c.landlord_id = n.landlord_id and c.case_id = n.case_id
where c.standing <> 'import-taken-back';

-- When was contact with somebody restricted, and when was that lifted?
drop view if exists figure_restriction cascade;
create view figure_restriction with (security_invoker = true) as
select r.landlord_id, r.case_id, r.decided_on as day, 'decided' as what, c.area, c.category
from restriction r
join complaint c on c.landlord_id = r.landlord_id and c.case_id = r.case_id
where c.standing <> 'import-taken-back'
union all
select r.landlord_id, r.case_id, r.lifted_on, 'lifted', c.area, c.category
from restriction r
join complaint c on c.landlord_id = r.landlord_id and c.case_id = r.case_id
where r.lifted_on is not null and c.standing <> 'import-taken-back';

-- What was recorded of behaviour, and was each review of a restriction done by its day? A review that is due and not done
-- has no day of its own.
drop view if exists figure_behaviour cascade;
create view figure_behaviour with (security_invoker = true) as
select s.landlord_id, s.case_id, s.happened_on as day, s.what, null::date as due_on, null::date as done_on, c.area, c.category
from behaviour_step s
join complaint c on c.landlord_id = s.landlord_id and c.case_id = s.case_id
where c.standing <> 'import-taken-back'
union all
select s.landlord_id, s.case_id, s.due_on, 'review', s.due_on, s.happened_on, c.area, c.category
from behaviour_step s
join complaint c on c.landlord_id = s.landlord_id and c.case_id = s.case_id
where s.what = 'reviewed' and s.due_on is not null and c.standing <> 'import-taken-back'
union all
select r.landlord_id, r.case_id, r.review_on, 'review', r.review_on, null, c.area, c.category
from restriction r
join complaint c on c.landlord_id = r.landlord_id and c.case_id = r.case_id
where r.lifted_on is null and r.review_on is not null and coalesce(r.until, 'infinity') >= r.review_on
  and c.standing <> 'import-taken-back';

-- What was learned, and what became of the improvements that came of it? An improvement from many cases counts once, by
-- the first day on which any of them tells of it.
drop view if exists figure_learning cascade;
create view figure_learning with (security_invoker = true) as
with told as (
  select i.landlord_id, i.case_id, i.improvement_id, i.opened_on, i.tested_on, i.worked, i.closed_on, c.area, c.category
  from improvement i
  join complaint c on c.landlord_id = i.landlord_id and c.case_id = i.case_id
  where c.standing <> 'import-taken-back'
),
opened as (
  select distinct on (landlord_id, improvement_id) landlord_id, case_id, opened_on as day, area, category
  from told
  order by landlord_id, improvement_id, opened_on, case_id
),
tested as (
  select distinct on (landlord_id, improvement_id) landlord_id, case_id, tested_on as day, worked, area, category
  from told
  where tested_on is not null
  order by landlord_id, improvement_id, tested_on desc, case_id
),
closed as (
  select distinct on (landlord_id, improvement_id) landlord_id, case_id, closed_on as day, area, category
  from told
  where closed_on is not null
  order by landlord_id, improvement_id, closed_on, case_id
)
select l.landlord_id, l.case_id, l.found_on as day, l.kind as what, l.what as about, c.area, c.category
from lesson l
join complaint c on c.landlord_id = l.landlord_id and c.case_id = l.case_id
where c.standing <> 'import-taken-back'
union all
select landlord_id, case_id, day, 'improvement-opened', null, area, category from opened
union all
select landlord_id, case_id, day, case when worked then 'improvement-worked' else 'improvement-failed' end, null, area, category
from tested
union all
select landlord_id, case_id, day, 'improvement-closed', null, area, category from closed;

-- What did the people who complained choose to say of themselves? One row for each complaint and answer; a complaint by a
-- group is its first resident's.
drop view if exists figure_equality cascade;
create view figure_equality with (security_invoker = true) as
select s.landlord_id, s.case_id, s.day, e.characteristic, e.answer, s.area
from person_equality e
join complaint c on c.landlord_id = e.landlord_id and c.person_id = e.person_id
join counted_stage s on s.landlord_id = c.landlord_id and s.case_id = c.case_id and s.stage = 1
where not s.undecided and not s.start_untold;

grant select on figure_extension, figure_compensation, figure_compensation_head, figure_remedy_beyond, figure_promise, figure_answer, figure_ombudsman,
  figure_restriction, figure_behaviour, figure_learning, figure_equality to putright_app;
