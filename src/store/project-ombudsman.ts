/** The rows of the register that tell what an Ombudsman asks, by when, and what became of its orders. */
import type { Case } from '../complaint/case.js';
import { type OmbudsmanCase, ombudsmanCasesOf, openEvidence } from '../complaint/ombudsman-case.js';
import type { CaseRows, Row } from './register-tables.js';

export function ombudsmanRows(c: Case): Pick<CaseRows, 'ombudsman_case' | 'ombudsman_order' | 'evidence_request'> {
  const all = ombudsmanCasesOf(c);
  const counts = !c.importTakenBack;
  return {
    ombudsman_case: all.map((one) => caseRow(one, counts)),
    evidence_request: all.flatMap((one) => {
      const waiting = one.ended === null ? openEvidence(one) : [];
      return one.evidence.map((request) => ({
        seq: request.seq,
        ombudsman: request.ombudsman,
        asked_on: request.askedOn,
        due_on: request.dueOn,
        waits: waiting.includes(request),
        counts,
      }));
    }),
    ombudsman_order: all.flatMap((one) =>
      one.orders.map((order) => ({
        order_id: order.id,
        binding: order.binding,
        made_on: order.madeOn,
        due_on: order.dueOn,
        pence: order.pence,
        complied_on: order.compliedOn,
        ombudsman: order.ombudsman,
        wider: order.wider,
        owner_id: order.owner,
        proof_sent_on: order.proofSentOn,
        accepted: order.accepted,
        outstanding: order.outstanding,
        counts,
      })),
    ),
  };
}

function caseRow(one: OmbudsmanCase, counts: boolean): Row {
  const waiting = openEvidence(one)
    .flatMap(({ extensions }) => extensions)
    .find(({ answer }) => answer === null);
  return {
    ombudsman: one.ombudsman,
    case_number: one.caseNumber,
    began_on: one.beganOn,
    state: one.state,
    state_on: one.stateOn,
    extension_asked_to: waiting?.to ?? null,
    investigation_on: one.investigationOn,
    determined_on: one.determinations.at(-1)?.on ?? null,
    review_asked_on: one.reviews.at(-1)?.askedOn ?? null,
    orders: one.orders.length,
    orders_open: one.orders.filter((order) => order.outstanding).length,
    next_what: one.next?.what ?? null,
    next_due_on: one.next?.dueOn ?? null,
    learned_on: one.learnedOn,
    counts,
  };
}
