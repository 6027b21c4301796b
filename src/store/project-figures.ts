/** The rows of the register that only figures read: what happened beside the stages. How a stage counts: project-counted.ts. */
import type { Case, Remedy } from '../complaint/case.js';
import type { Clock } from '../complaint/clocks.js';
import { determinedOf } from '../complaint/ombudsman-case.js';
import type { Day } from '../facts/days.js';
import type { HappeningOf, HappeningType, Stage } from '../facts/happened.js';
import { whoseFinding } from '../law/ombudsman-words.js';
import { behaviourRows } from './project-behaviour.js';
import { caseCounts } from './project-counted.js';
import { ombudsmanRows } from './project-ombudsman.js';
import type { CaseRows, Row } from './register-tables.js';

/** The day of the answer in which a point was decided at a stage; null where there is none that counts. */
export function answerCounted(c: Case, point: Case['points'][number], stage: 1 | 2): Day | null {
  const answered = c.stages[stage]?.respondedOn ?? null;
  return answered !== null && caseCounts(c) && point.decisions.some((d) => d.stage === stage) ? answered : null;
}

/**
 * Each remedy with what was paid of it. Money that was offered and carried through, without a payment recorded apart, was
 * paid as offered.
 */
export function withPayments(c: Case): (Remedy & { paidPence: number | null; paidOn: Day | null })[] {
  return c.remedies.map((remedy) => {
    const own = c.history.filter(({ what }) => 'remedy' in what && what.remedy === remedy.id);
    const done = own.find(({ what }) => what.type === 'RemedyDone' && remedy.kind === 'financial');
    const { pence } = remedy;
    let paidPence: number | null = null;
    let paidOn: Day | null = null;
    for (const { what, happenedOn } of own) {
      if (what.type !== 'CompensationPaid') continue;
      paidPence = (paidPence ?? 0) + what.pence;
      paidOn = happenedOn;
    }
    const asOffered = paidOn === null && done !== undefined;
    return asOffered
      ? { ...remedy, pence, paidPence: pence, paidOn: done.happenedOn }
      : { ...remedy, pence, paidPence, paidOn };
  });
}

type FigureTable =
  | 'restriction'
  | 'behaviour_step'
  | 'staff_concerned'
  | 'extension'
  | 'survey_answer'
  | 'determination'
  | 'ombudsman_order'
  | 'ombudsman_case'
  | 'evidence_request'
  | 'failure_notice'
  | 'lesson'
  | 'improvement';

type Told<T extends HappeningType> = { readonly what: HappeningOf<T>; readonly on: Day };

/** The rows of what stands in the history and does not change how the case stands. */
export function figureRows(c: Case, clocks: readonly Clock[]): Pick<CaseRows, FigureTable> {
  const told = <T extends HappeningType>(type: T): Told<T>[] =>
    c.history.flatMap(({ what, happenedOn }) =>
      what.type === type ? [{ what: what as HappeningOf<T>, on: happenedOn }] : [],
    );
  const seen = new Set(c.history.map(({ what }) => what.type));
  const rowsFor = <T extends HappeningType>(type: T, rows: (list: Told<T>[]) => Row[]): Row[] =>
    seen.has(type) ? rows(told(type)) : [];
  return {
    extension: extensionRows(c, clocks),
    survey_answer: rowsFor('SurveyAnswered', (list) =>
      list
        .flatMap(({ what, on }) => what.answers.map((answer) => ({ ...answer, on })))
        .map(({ question, answer, on }, i) => ({ n: i + 1, answered_on: on, question, answer })),
    ),
    determination: determinedOf(c)
      .flatMap(({ on, caseNumber, issues }) => issues.map(({ finding }) => ({ caseNumber, finding, on })))
      .map(({ caseNumber, finding, on }, i) => ({
        n: i + 1,
        determined_on: on,
        case_number: caseNumber,
        finding,
        ombudsman: whoseFinding(finding),
      })),
    ...ombudsmanRows(c),
    failure_notice: rowsFor('FailureNoticeReceived', (list) =>
      list.map(({ what, on }, i) => ({ n: i + 1, received_on: on, kind: what.kind })),
    ),
    ...behaviourRows(c),
    lesson: lessonRows(c),
    improvement: rowsFor('ImprovementOpened', (list) =>
      list.map(({ what, on }) => {
        const tested = told('ImprovementTested').findLast((t) => t.what.improvement === what.improvement);
        return {
          improvement_id: what.improvement,
          opened_on: on,
          due_on: what.dueOn,
          tested_on: tested?.on ?? null,
          worked: tested?.what.worked ?? null,
          closed_on: told('ImprovementClosed').find((t) => t.what.improvement === what.improvement)?.on ?? null,
        };
      }),
    ),
  };
}

/** Every extension told, with what it does to the date; null where no clock counts it (no Code in force). */
function extensionRows(c: Case, clocks: readonly Clock[]): Row[] {
  const rows: Row[] = [];
  for (const stage of [1, 2] as const) {
    const record = c.stages[stage];
    if (record === null || record.extensions.length === 0) continue;
    const counted = clocks.find((k) => k.kind === `stage-${stage}-response`)?.extensions ?? [];
    const inOrder = [...record.extensions].sort((a, b) =>
      a.toldOn < b.toldOn ? -1 : a.toldOn > b.toldOn ? 1 : a.seq - b.seq,
    );
    for (const [i, extension] of inOrder.entries()) {
      rows.push({
        n: rows.length + 1,
        stage,
        told_on: extension.toldOn,
        new_date: extension.newDate,
        counts: counted[i]?.counts ?? null,
        working_days: counted[i]?.workingDays ?? null,
        beyond_the_limit: counted[i]?.beyondTheLimit ?? null,
        because: extension.because,
      });
    }
  }
  return rows;
}

/** What was found to be the cause, what was learned, and that nothing was. */
function lessonRows(c: Case): Row[] {
  const rows: Row[] = [];
  for (const { what, happenedOn } of c.history) {
    const row = (kind: string, stage: Stage, text: string | null) =>
      rows.push({ n: rows.length + 1, kind, stage, found_on: happenedOn, what: text });
    if (what.type === 'CauseFound') row('cause', what.stage, what.cause);
    if (what.type === 'LearningRecorded') row('learning', what.stage, what.learning);
    if (what.type === 'NoLearningFound') row('none', what.stage, null);
    if (what.type === 'LearningShared') row('shared', 1, what.with);
  }
  return rows;
}
