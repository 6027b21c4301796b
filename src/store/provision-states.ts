/** How each provision of an assessment stands: a person's answer held against the cases of its year and the evidence. */
import { provisionsOf } from '../assess/answers.js';
import { pieceState } from '../assess/evidence-pieces.js';
import { type AssessmentState, stateOf, type Weighed } from '../assess/state.js';
import type { Day } from '../facts/days.js';
import { financialYear } from '../reports/period.js';
import { answersOf } from './assessment-answers.js';
import type { SelfAssessment } from './assessments.js';
import { type Trx, together } from './database.js';
import { linkedEvidence, listPieces } from './evidence-library.js';
import { evidenceOf } from './evidence-of-cases.js';

export type ProvisionState = AssessmentState;

/** The state of every provision with its reason, in the order of the Code. Evidence brought along unread does not count. */
export async function provisionStates(
  trx: Trx,
  assessment: SelfAssessment,
  today: Day,
): Promise<ReadonlyMap<string, Weighed>> {
  const [rows, pieces, links, cases] = await together(
    answersOf(trx, assessment.id),
    listPieces(trx),
    linkedEvidence(trx, assessment.id),
    evidenceOf(trx, assessment.edition, financialYear(assessment.year), today),
  );
  const answers = new Map(rows.map((row) => [row.provision, row.answer]));
  const holding = new Set(pieces.filter((piece) => pieceState(piece, today) === 'holds').map(({ id }) => id));
  const shown = new Set(
    links.flatMap(({ provision, pieceId, carried }) => (!carried && holding.has(pieceId) ? [provision] : [])),
  );
  return new Map(
    provisionsOf(assessment.edition).map(({ number }) => [
      number,
      stateOf({
        edition: assessment.edition,
        answer: answers.get(number) ?? 'unknown',
        cases: cases.byProvision.get(number) ?? null,
        documentsHold: shown.has(number),
      }),
    ]),
  );
}
