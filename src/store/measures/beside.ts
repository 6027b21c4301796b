/** How what stands beside the stages is counted: extensions, money, promises, surveys, the Ombudsman, behaviour, learning. */
import { type Counting, counting, withoutPart } from './counting.js';

const lengthBand = `case when counts = 'not-at-all' then 'does-not-count' when working_days <= 5 then '1-5'
    when working_days <= 10 then '6-10' when working_days <= 20 then '11-20' when working_days > 20 then 'over-20' end`;

const extensions: readonly Counting[] = [
  counting({
    id: 'extensions',
    from: 'figure_extension',
    by: { column: `'stage' || stage`, without: null },
    numerator: 'true',
  }),
  counting({
    id: 'extensions.reason',
    from: 'figure_extension',
    by: { column: 'because', without: withoutPart },
    numerator: 'true',
  }),
  counting({
    id: 'extensions.length',
    from: 'figure_extension',
    by: { column: lengthBand, without: withoutPart },
    numerator: 'true',
  }),
];

const compensation: readonly Counting[] = [
  counting({
    id: 'compensation',
    from: 'figure_compensation',
    by: { column: 'what', without: null },
    numerator: 'pence is not null',
    unknown: 'pence is null',
    sum: 'pence',
  }),
  counting({
    id: 'compensation.cases',
    from: 'figure_compensation',
    by: { column: 'what', without: null },
    numerator: 'true',
  }),
];

const compensationByHead: readonly Counting[] = [
  counting({
    id: 'remedies.beyond-stage-1',
    from: 'figure_remedy_beyond',
    by: { column: 'kind', without: null },
    numerator: 'true',
  }),
  counting({
    id: 'compensation.heads',
    from: 'figure_compensation_head',
    by: { column: 'head', without: null },
    numerator: 'true',
    sum: 'pence',
  }),
  counting({
    id: 'compensation.areas',
    from: 'figure_compensation_head',
    by: { column: 'area', without: withoutPart },
    numerator: 'true',
    sum: 'pence',
  }),
];

const promiseDue = `not (became = 'open' and day >= :today)`;

const promises: readonly Counting[] = [
  counting({
    id: 'promises',
    from: 'figure_promise',
    by: { column: 'became', without: null },
    whole: true,
    numerator: promiseDue,
    denominator: promiseDue,
    notYetDue: `not (${promiseDue})`,
  }),
  counting({ id: 'promises.moved', from: 'figure_promise', numerator: 'moves > 0', denominator: 'true' }),
  counting({
    id: 'promises.resident',
    from: 'figure_promise',
    where: 'resident_says is not null',
    numerator: `resident_says = 'done'`,
    denominator: 'true',
  }),
];

const surveys: readonly Counting[] = [
  counting({
    id: 'satisfaction',
    from: 'figure_answer',
    by: { column: 'question', without: null },
    numerator: 'answer >= 4',
    denominator: 'answer is not null',
  }),
];

const askedAfter: readonly Counting[] = [
  counting({
    id: 'survey.asked',
    from: 'figure_survey',
    by: { column: 'became', without: null },
    numerator: 'true',
  }),
  counting({
    id: 'survey.answered',
    from: 'figure_survey',
    numerator: `became = 'answered'`,
    denominator: `became in ('answered', 'no-answer')`,
  }),
];

const found = `what = 'finding'`;
const considered = `finding not in ('outside-jurisdiction', 'withdrawn')`;

const ombudsman: readonly Counting[] = [
  counting({
    id: 'ombudsman.findings',
    from: 'figure_ombudsman',
    where: `${found} and ombudsman = 'HOS'`,
    by: { column: 'finding', without: null },
    numerator: 'finding is not null',
  }),
  counting({
    id: 'ombudsman.lgsco-findings',
    from: 'figure_ombudsman',
    where: `${found} and ombudsman = 'LGSCO'`,
    by: { column: 'finding', without: null },
    numerator: 'finding is not null',
  }),
  counting({
    id: 'ombudsman.maladministration-rate',
    from: 'figure_ombudsman',
    where: `${found} and ombudsman = 'HOS' and ${considered}`,
    numerator: `finding in ('severe-maladministration', 'maladministration', 'service-failure')`,
    denominator: 'true',
  }),
  counting({
    id: 'ombudsman.orders',
    from: 'figure_ombudsman',
    where: `what = 'order'`,
    numerator: 'complied_on <= due_on',
    denominator: '(complied_on is not null and due_on is not null) or (complied_on is null and due_on < :today)',
    unknown: 'due_on is null',
    notYetDue: 'complied_on is null and due_on >= :today',
  }),
  counting({ id: 'ombudsman.failure-notices', from: 'figure_ombudsman', numerator: `what = 'failure-notice'` }),
];

const behaviour: readonly Counting[] = [
  counting({
    id: 'restrictions',
    from: 'figure_restriction',
    by: { column: 'what', without: null },
    numerator: 'true',
  }),
  counting({
    id: 'behaviour',
    from: 'figure_behaviour',
    where: `what <> 'review'`,
    by: { column: 'what', without: null },
    numerator: `what in ('incident', 'warned', 'not-agreed', 'appealed', 'reviewed')`,
  }),
  counting({
    id: 'restrictions.reviewed-in-time',
    from: 'figure_behaviour',
    where: `what = 'review'`,
    numerator: 'done_on <= due_on',
    denominator: 'done_on is not null or due_on < :today',
    notYetDue: 'done_on is null and due_on >= :today',
  }),
];

const learning: readonly Counting[] = [
  counting({
    id: 'learning',
    from: 'figure_learning',
    by: { column: 'what', without: null },
    numerator: `what in ('learning', 'none', 'shared')`,
  }),
  counting({
    id: 'learning.causes',
    from: 'figure_learning',
    where: `what = 'cause'`,
    by: { column: 'about', without: withoutPart },
    numerator: 'true',
  }),
  counting({
    id: 'improvements',
    from: 'figure_learning',
    by: { column: 'what', without: null },
    numerator: `what in ('improvement-opened', 'improvement-worked', 'improvement-failed', 'improvement-closed')`,
  }),
];

export const besideCountings: readonly Counting[] = [
  ...extensions,
  ...compensation,
  ...compensationByHead,
  ...promises,
  ...surveys,
  ...askedAfter,
  ...ombudsman,
  ...behaviour,
  ...learning,
];
