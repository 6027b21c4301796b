/** Last year's self-assessment, approved and published, and this year's begun: both by the product's own ways. */
import { addDays, type Day, earliest } from '../../../src/facts/days.js';
import type { StaffId } from '../../../src/facts/happened.js';
import { financialYear, periodHolding, yearOf } from '../../../src/reports/period.js';
import { addAction } from '../../../src/store/assessment-actions.js';
import { saveAnswer } from '../../../src/store/assessment-answers.js';
import { assessmentDocument } from '../../../src/store/assessment-document.js';
import { type AssessmentState, moveAssessment, type NewStep, noteStep } from '../../../src/store/assessment-steps.js';
import { beginAssessment, findAssessment } from '../../../src/store/assessments.js';
import type { Trx } from '../../../src/store/database.js';
import { addPiece, addVersion, linkEvidence } from '../../../src/store/evidence-library.js';
import { publish } from '../../../src/store/publications.js';
import { landlord } from '../landlord.js';
import { said } from './assessment-answers.js';
import { type PieceKey, pieces } from './evidence-pieces.js';

interface By {
  readonly id: StaffId;
  readonly name: string;
}

export async function writeAssessments(trx: Trx, loadedOn: Day, by: By): Promise<void> {
  const ids = await writePieces(trx, loadedOn, by);
  // The latest year whose assessment could have been approved by the day of loading.
  const year = yearOf(loadedOn) - (addDays(financialYear(yearOf(loadedOn) - 1).until, 100) <= loadedOn ? 1 : 2);
  const { until } = financialYear(year);
  const last = await answered(trx, { year, until, by, ids });
  const next = await beginAssessment(trx, {
    edition: '2024',
    year: year + 1,
    trigger: 'yearly',
    triggerNote: null,
    carriedFrom: last,
    by: by.id,
    today: earliest(addDays(periodHolding('month', loadedOn).from, -20), loadedOn) ?? loadedOn,
  });
  // The first two sections are done; the rest waits.
  for (const provision of Object.keys(said).filter((one) => /^[12]\./.test(one)))
    await save(trx, { assessment: next, provision, by, today: loadedOn, until: financialYear(year + 1).until, ids });
}

async function writePieces(trx: Trx, loadedOn: Day, by: By): Promise<ReadonlyMap<PieceKey, string>> {
  const ids = new Map<PieceKey, string>();
  for (const key of Object.keys(pieces) as PieceKey[]) {
    const piece = pieces[key];
    const id = await addPiece(
      trx,
      {
        kind: piece.kind,
        title: piece.title,
        role: piece.role,
        holder: piece.holder,
        ownerId: piece.owner === 'Complaints Manager' ? by.id : null,
        ownerWords: piece.owner,
        effectiveOn: addDays(loadedOn, -piece.since),
        expiresOn: piece.expires === null ? null : addDays(loadedOn, piece.expires),
        reviewOn: piece.review === null ? null : addDays(loadedOn, piece.review),
      },
      by.id,
    );
    await addVersion(trx, id, { text: piece.says, note: '' }, by.id);
    ids.set(key, id);
  }
  return ids;
}

interface Year {
  readonly year: number;
  readonly until: Day;
  readonly by: By;
  readonly ids: ReadonlyMap<PieceKey, string>;
}

async function answered(trx: Trx, { year, until, by, ids }: Year): Promise<string> {
  const assessment = await beginAssessment(trx, {
    edition: '2024',
    year,
    trigger: 'yearly',
    triggerNote: null,
    carriedFrom: null,
    by: by.id,
    today: addDays(until, 20),
  });
  for (const provision of Object.keys(said))
    await save(trx, { assessment, provision, by, today: addDays(until, 34), until, ids });
  for (const [provision, { answer, reason, metInMonths }] of Object.entries(said)) {
    if (answer !== 'no') continue;
    await addAction(
      trx,
      assessment,
      {
        provisions: [provision],
        action: plans[provision] ?? reason ?? '',
        lead: provision === '9.3' ? 'Head of Resident Experience' : 'Complaints Manager',
        targetOn: addDays(until, (metInMonths ?? 6) * 30),
        targetWords: '',
        progress: provision === '4.3' ? 'Five more trained since the spring' : '',
        mandatory: true,
      },
      by.id,
    );
  }
  const board = { by: by.id, body: 'The Board' };
  const [put, approved, published] = [addDays(until, 60), addDays(until, 75), addDays(until, 90)];
  await move(trx, assessment, 'draft', { did: 'put', on: put, ...board });
  await noteStep(trx, assessment, { did: 'responded', on: approved, ...board, saidBy: 'The Board', words: response });
  await move(trx, assessment, 'put', { did: 'approved', on: approved, minutes: 'Minute 27', ...board });
  await move(trx, assessment, 'approved', { did: 'published', on: published, by: by.id });
  const made = await findAssessment(trx, assessment);
  if (made === null) throw new Error('an assessment that was made is gone');
  await publish(trx, {
    kind: 'self-assessment',
    period: financialYear(year).name,
    document: await assessmentDocument(trx, made, { landlord: landlord.name, today: published }),
    files: [],
    on: published,
    by: by.id,
    because: null,
  });
  return assessment;
}

const plans: Readonly<Record<string, string>> = {
  '4.3': 'Train the remaining investigators, and every new one before their first case',
  '5.9': 'The extension letter asks how often the resident wants to hear from us, and the answer is kept on the case',
  '9.3': 'Learning is a standing item of the residents’ panel from its first meeting',
};

const response =
  'The Board has read the report and the self-assessment with the residents’ panel. It is not content that investigators were left untrained, has asked for the plan each quarter, and thanks the residents who complained.';

async function move(trx: Trx, id: string, from: AssessmentState, step: NewStep & { readonly did: AssessmentState }) {
  if (!(await moveAssessment(trx, id, { from, state: step.did, step }))) throw new Error(`not moved to ${step.did}`);
}

async function save(
  trx: Trx,
  wanted: {
    readonly assessment: string;
    readonly provision: string;
    readonly by: By;
    readonly today: Day;
    readonly until: Day;
    readonly ids: ReadonlyMap<PieceKey, string>;
  },
): Promise<void> {
  const { assessment, provision, by, today, until, ids } = wanted;
  const one = said[provision];
  if (one === undefined) return;
  await saveAnswer(
    trx,
    { assessment, provision, expected: 0, by, today },
    {
      answer: one.answer,
      evidence: one.evidence,
      commentary: '',
      reason: one.reason ?? '',
      intendedOn: one.metInMonths === undefined ? null : addDays(until, one.metInMonths * 30),
      intendedWords: '',
      plan: '',
    },
  );
  const shown = (one.pieces ?? []).flatMap((key) => ids.get(key) ?? []);
  if (shown.length > 0) await linkEvidence(trx, { assessment, provision }, shown, by.id);
}
