/** How the figures of stages are counted: volumes, in time, outcomes, days. */
import { readings } from '../../complaint/stage-figures.js';
import { type Counting, counting, type Expression, withoutPart } from './counting.js';

const from = 'figure_stage';
/** A complaint, and the day that puts it into the period is its own. */
const known = 'not undecided and not start_untold';

const dueColumns: Readonly<Record<string, string>> = {
  base: 'due_base',
  'with-extensions': 'due_extended',
  'receipt-base': 'due_receipt',
  'receipt-with-extensions': 'due_receipt_extended',
};

function volumes(stage: 1 | 2): Counting[] {
  const one = {
    id: `stage${stage}.count`,
    from,
    where: `stage = ${stage}`,
    numerator: known,
    unknown: `not (${known})`,
  };
  return [counting(one), counting({ ...one, by: { column: 'area', without: withoutPart } })];
}

/** Counted by kind of home; their homes come beside. */
function forHomes(stage: 1 | 2): Counting[] {
  const one = { id: `ch01.${stage}`, from, where: `stage = ${stage}`, numerator: known, unknown: `not (${known})` };
  return byHome(one);
}

function byHome(one: Parameters<typeof counting>[0]): Counting[] {
  return [counting({ ...one, by: { column: 'tenure', without: 'unknown' } }), counting({ ...one, part: 'all' })];
}

/** A date and what could move it: in time, late, not yet due, or not known (facts 10.9). */
function inTime(done: string, due: string, latest: string, doneUntold: Expression): Record<string, Expression> {
  const met = `(${known} and ${done} <= ${due})`;
  const late = `(${known} and (${done} > ${latest} or (${done} is null and not (${doneUntold}) and :today > ${latest})))`;
  const notYetDue = `(${known} and ${done} is null and not (${doneUntold}) and :today <= ${due})`;
  return {
    numerator: met,
    denominator: `(${met} or ${late})`,
    notYetDue,
    // Written so that a missing date is unknown and not lost: null is neither true nor false.
    unknown: `not coalesce(${met} or ${late} or ${notYetDue}, false)`,
  };
}

function answeredInTime(stage: 1 | 2): Counting[] {
  return readings.flatMap((reading) => {
    const due = dueColumns[reading];
    return byHome({
      id: `ch02.${stage}`,
      reading,
      from,
      // Before 7 July 2020 no Code was in force, so there is no time to be in.
      where: `stage = ${stage} and edition is not null and not (withdrawn and responded_on is null)`,
      ...(inTime('answered_on', `${due}_on`, `${due}_latest_on`, 'answer_untold') as { numerator: string }),
    });
  });
}

function acknowledged(stage: 1 | 2): Counting {
  return counting({
    id: stage === 1 ? 'acknowledged-in-time' : 'acknowledged-in-time.stage2',
    from,
    where: `stage = ${stage} and (acknowledgement_due_on is not null or (start_untold and edition is not null)) and not (withdrawn and acknowledged_in_full_on is null)`,
    ...(inTime(
      'case when not acknowledgement_untold then acknowledged_in_full_on end',
      'acknowledgement_due_on',
      'acknowledgement_due_on',
      'acknowledgement_untold',
    ) as { numerator: string }),
  });
}

const byAnswer = { from, day: 'responded_on' } as const;

const outcomeKnown = 'outcome is not null and not answer_untold';

function outcome(stage: 1 | 2): Counting {
  return counting({
    id: `stage${stage}.outcome`,
    ...byAnswer,
    where: `stage = ${stage} and not undecided`,
    by: { column: 'outcome', without: null },
    whole: true,
    numerator: outcomeKnown,
    denominator: outcomeKnown,
    unknown: `not (${outcomeKnown})`,
  });
}

function pointOutcome(stage: 1 | 2): Counting {
  return counting({
    id: `stage${stage}.point-outcome`,
    from: 'figure_point',
    where: `stage = ${stage}`,
    by: { column: 'finding', without: null },
    whole: true,
    numerator: 'true',
    denominator: 'true',
  });
}

const band = `case when working_days <= 5 then '0-5' when working_days <= 10 then '6-10'
    when working_days <= 15 then '11-15' when working_days <= 20 then '16-20' when working_days <= 25 then '21-25'
    when working_days <= 45 then '26-45' when working_days > 45 then 'over-45' end`;
const daysKnown = 'not start_untold and working_days is not null';

function distribution(stage: 1 | 2): Counting {
  return counting({
    id: `stage${stage}.days`,
    ...byAnswer,
    where: `stage = ${stage} and not undecided`,
    by: { column: band, without: null },
    whole: true,
    numerator: daysKnown,
    denominator: daysKnown,
    unknown: `not (${daysKnown})`,
  });
}

/** How many answers took how many working days: not a figure itself, but what median and p90 are worked out from. */
export const daysTaken: Readonly<Record<1 | 2, Counting>> = { 1: histogram(1), 2: histogram(2) };

function histogram(stage: 1 | 2): Counting {
  return counting({
    id: `days-taken.${stage}`,
    ...byAnswer,
    where: `stage = ${stage} and not undecided`,
    by: { column: 'working_days', without: null },
    numerator: daysKnown,
  });
}

/** Median and p90 are worked out from how many answers took how many days: `days.ts`. */
function daysToAnswer(stage: 1 | 2): Counting[] {
  return ['median', 'p90'].map((reading) =>
    counting({
      id: 'working-days-to-answer',
      reading,
      ...byAnswer,
      where: `stage = ${stage} and not undecided`,
      part: `stage${stage}`,
      numerator: daysKnown,
      unknown: `not (${daysKnown})`,
    }),
  );
}

function resolved(stage: 1 | 2): Counting {
  return counting({
    id: 'resolved',
    ...byAnswer,
    where: `stage = ${stage} and not undecided`,
    part: `stage${stage}`,
    numerator: 'not went_further and not answer_untold',
    denominator: 'not answer_untold',
    unknown: 'answer_untold',
  });
}

export const stageCountings: readonly Counting[] = [
  ...([1, 2] as const).flatMap((stage) => [
    ...volumes(stage),
    ...forHomes(stage),
    acknowledged(stage),
    ...answeredInTime(stage),
    outcome(stage),
    pointOutcome(stage),
    distribution(stage),
    ...daysToAnswer(stage),
    resolved(stage),
  ]),
  // Both of its counts come from one view, by one day.
  counting({
    id: 'escalation-rate',
    from,
    numerator: `stage = 2 and ${known}`,
    denominator: `stage = 1 and ${known}`,
    unknown: `not (${known})`,
  }),
];
