/** How each provision of an assessment stands: a person's answer beside what cases and evidence show. */
import { type Answer, provisionsOf } from '../../assess/answers.js';
import { pieceState } from '../../assess/evidence-pieces.js';
import type { Day } from '../../facts/days.js';
import { answersOf } from '../../store/assessment-answers.js';
import type { SelfAssessment } from '../../store/assessments.js';
import type { Trx } from '../../store/database.js';
import { evidenceOf, listPieces } from '../../store/evidence-library.js';

export type ProvisionState = 'met' | 'partly' | 'not-met' | 'not-shown' | 'contradicted' | 'unanswered';

/** The state of every provision, in the order of the Code. */
export async function provisionStates(
  trx: Trx,
  assessment: SelfAssessment,
  today: Day,
): Promise<ReadonlyMap<string, ProvisionState>> {
  const answers = new Map((await answersOf(trx, assessment.id)).map((row) => [row.provision, row]));
  const holding = new Set(
    (await listPieces(trx)).filter((piece) => pieceState(piece, today) === 'holds').map(({ id }) => id),
  );
  const shown = new Set(
    (await evidenceOf(trx, assessment.id)).flatMap((one) => (holding.has(one.pieceId) ? [one.provision] : [])),
  );
  return new Map(
    provisionsOf(assessment.edition).map(({ number }) => [
      number,
      stateOf(answers.get(number)?.answer ?? 'unknown', shown.has(number)),
    ]),
  );
}

function stateOf(answer: Answer, shown: boolean): ProvisionState {
  switch (answer) {
    case 'yes':
      return shown ? 'met' : 'not-shown';
    case 'na':
    case 'text':
      return 'met';
    case 'partly':
      return 'partly';
    case 'no':
      return 'not-met';
    case 'unknown':
      return 'unanswered';
    default:
      return answer satisfies never;
  }
}
