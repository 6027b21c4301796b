/** The rows of a case's remedies, of its sums of compensation, and of their heads. */
import type { Case } from '../complaint/case.js';
import { stage1Refused } from '../complaint/remedies.js';
import { owedRemedies } from '../complaint/remedies-owed.js';
import { withPayments } from './project-figures.js';
import type { Row } from './register-tables.js';

interface RemedyRows {
  readonly remedy: readonly Row[];
  readonly compensation: readonly Row[];
  readonly compensation_head: readonly Row[];
}

export function remedyRows(c: Case): RemedyRows {
  const counts = !c.importTakenBack;
  const owed = new Map(owedRemedies(c).map(({ remedy, due }) => [remedy.id, due]));
  return {
    remedy: withPayments(c).map((r) => ({
      remedy_id: r.id,
      stage: r.stage,
      kind: r.kind,
      pence: r.pence,
      offered_on: r.offeredOn,
      due_on: r.dueOn,
      state: r.state,
      done_on: r.doneOn,
      paid_pence: r.paidPence,
      paid_on: r.paidOn,
      counts,
      beyond_stage_1: stage1Refused(c, r),
      owed: owed.has(r.id),
      owed_by: owed.get(r.id) ?? null,
    })),
    compensation: c.worksheets.map((w) => {
      const offered = c.remedies.find((one) => one.id === w.remedy);
      return {
        remedy_id: w.remedy,
        stage: w.offer?.stage ?? offered?.stage ?? null,
        state: w.state,
        total_pence: w.totalPence,
        borne_by: w.borneBy,
        set_off_pence: w.setOff?.pence ?? 0,
        declined: offered?.state === 'declined',
        worked_out_on: w.workedOutOn,
        worked_out_by: w.workedOutBy.at(-1) ?? null,
        approved_on: w.approved?.on ?? null,
        approved_by: w.approved?.by ?? null,
        due_on: w.offer?.dueOn ?? null,
        paid_on: w.paid?.on ?? null,
        paid_pence: w.paid?.pence ?? null,
        paid_how: w.paid?.how ?? null,
        paid_reference: w.paid?.proof ?? null,
        counts,
      };
    }),
    compensation_head: c.worksheets.flatMap((w) =>
      w.heads.map(({ head, pence }, i) => ({
        remedy_id: w.remedy,
        n: i + 1,
        head,
        pence,
        approved_on: counts ? (w.approved?.on ?? null) : null,
        paid_on: counts ? (w.paid?.on ?? null) : null,
      })),
    ),
  };
}
