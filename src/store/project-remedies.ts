/** The rows of a case's remedies, of its sums of compensation, and of their heads. */
import type { Case, Remedy } from '../complaint/case.js';
import { moneyOfferedAlone } from '../complaint/compensation.js';
import { beyondStage1 } from '../complaint/remedies.js';
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
      beyond_stage_1: beyondStage1(c, r) !== null,
      owed: owed.has(r.id),
      owed_by: owed.get(r.id) ?? null,
    })),
    compensation: [
      ...moneyOfferedAlone(c).map((r) => aloneRow(c, r)),
      ...c.worksheets.map((w) => {
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
          // What was offered may have had its day corrected since; what waits has only the day that is put forward.
          due_on: (w.state === 'approved' ? offered?.dueOn : null) ?? w.offer?.dueOn ?? null,
          paid_on: w.paid?.on ?? null,
          paid_pence: w.paid?.pence ?? null,
          paid_how: w.paid?.how ?? null,
          paid_reference: w.paid?.proof ?? null,
          counts,
        };
      }),
    ],
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

/** What one person offered within the limit has no sum: it waits to be paid from the day it was offered. */
function aloneRow(c: Case, { id, stage, pence, state, offeredOn, dueOn, doneOn }: Remedy): Row {
  const own = c.history.filter(({ what }) => 'remedy' in what && what.remedy === id);
  const offer = own.find(({ what }) => what.type === 'RemedyOffered')?.recordedBy;
  const by = offer !== undefined && 'staff' in offer ? offer.staff : null;
  const paid = own.findLast(({ what }) => what.type === 'CompensationPaid')?.what;
  const payment = paid?.type === 'CompensationPaid' ? paid : null;
  return {
    remedy_id: id,
    stage,
    state: state === 'done' ? 'paid' : 'approved',
    total_pence: pence,
    borne_by: 'landlord',
    set_off_pence: 0,
    declined: state === 'declined',
    worked_out_on: offeredOn,
    worked_out_by: by,
    approved_on: offeredOn,
    approved_by: by,
    due_on: dueOn,
    paid_on: state === 'done' ? doneOn : null,
    paid_pence: state === 'done' ? (payment?.pence ?? pence) : null,
    paid_how: payment?.how ?? null,
    paid_reference: payment?.proof ?? null,
    counts: !c.importTakenBack && (by !== null || state === 'done'),
  };
}
