/** The rows by which the stages of complaints are counted: which of them count, by which day, and due by which reading. */
import type { Case } from '../complaint/case.js';
import type { ClockRules } from '../complaint/clocks.js';
import { type DueBy, type StageFigures, stageFigures } from '../complaint/stage-figures.js';
import type { Row } from './register-tables.js';

/** A row for each stage that is in the figures of complaints. A third stage, which only old registers have, is in none. */
export function countedStages(c: Case, rules: ClockRules): Row[] {
  if (!caseCounts(c)) return [];
  const rows: Row[] = [];
  for (const stage of [1, 2] as const) {
    const figures = stageFigures(c, stage, rules);
    if (figures !== null && stageCounts(c, stage, figures)) rows.push(rowOf(c, stage, figures));
  }
  if (c.stages[2] === null && c.untold.includes('stage-2-request')) rows.push(escalationUntold(c));
  return rows;
}

/** Not another kind of contact, not refused for good, not an import that was taken back. Undecided, it may be a complaint. */
export function caseCounts(c: Case): boolean {
  const refused = c.refusal !== null && c.refusal.overturnedOn === null;
  return !c.importTakenBack && !refused && (c.kind === null || c.kind === 'complaint');
}

/** Not a request that was refused and stays so, nor the first stage of a case of which a register tells the second alone. */
function stageCounts(c: Case, stage: 1 | 2, { startUntold }: StageFigures): boolean {
  if (stage === 2) return c.kind === 'complaint' && (c.escalation?.refusedOn ?? null) === null;
  return !(startUntold && c.stages[1]?.respondedOn === null && c.escalation !== null);
}

function rowOf(c: Case, stage: 1 | 2, figures: StageFigures): Row {
  const { due, acknowledgement } = figures;
  const record = c.stages[stage];
  return {
    ...ofCase(c),
    stage,
    day: stage === 2 ? (c.escalation?.requestedOn ?? record?.startedOn ?? c.receivedOn) : c.receivedOn,
    responded_on: record?.respondedOn ?? null,
    start_untold: figures.startUntold,
    answer_untold: figures.answerUntold,
    outcome: record?.outcome ?? null,
    working_days: figures.workingDays,
    working_days_from_acknowledgement: figures.workingDaysFromAcknowledgement,
    acknowledgement_due_on: acknowledgement?.dueOn ?? null,
    acknowledged_in_full_on: acknowledgement?.doneOn ?? null,
    acknowledgement_untold: acknowledgement?.untold ?? false,
    due_base_on: due?.base.on ?? null,
    due_base_latest_on: latestOf(due?.base),
    due_extended_on: due?.['with-extensions'].on ?? null,
    due_extended_latest_on: latestOf(due?.['with-extensions']),
    due_receipt_on: due?.['receipt-base'].on ?? null,
    due_receipt_extended_on: due?.['receipt-with-extensions'].on ?? null,
    due_receipt_extended_latest_on: latestOf(due?.['receipt-with-extensions']),
    went_further:
      stage === 2 ? c.history.some(({ what }) => what.type === 'OmbudsmanDetermined') : c.escalation !== null,
  };
}

/** What of the case its figures look at. */
function ofCase(c: Case): Row {
  return {
    tenure: c.tenure,
    area: c.area,
    category: c.category,
    edition: c.edition,
    undecided: c.kind === null,
    withdrawn: c.withdrawal !== null,
  };
}

/**
 * Nobody knows whether, or when, stage 2 was asked for: it is in no count, and the figures say that it is not. By the day of
 * the stage 1 answer, else of receipt.
 */
function escalationUntold(c: Case): Row {
  return {
    ...ofCase(c),
    stage: 2,
    day: c.stages[1]?.respondedOn ?? c.receivedOn,
    responded_on: null,
    start_untold: true,
    answer_untold: true,
    outcome: null,
    working_days: null,
    working_days_from_acknowledgement: null,
    acknowledgement_due_on: null,
    acknowledged_in_full_on: null,
    acknowledgement_untold: false,
    due_base_on: null,
    due_base_latest_on: null,
    due_extended_on: null,
    due_extended_latest_on: null,
    due_receipt_on: null,
    due_receipt_extended_on: null,
    due_receipt_extended_latest_on: null,
    went_further: false,
  };
}

/** PostgreSQL's own word for no last day. */
function latestOf(due: DueBy | undefined): string | null {
  if (due === undefined) return null;
  return due.latest === 'ever' ? 'infinity' : due.latest;
}
