/**
 * A self-assessment as it is published: the Ombudsman's table (provision, requirement, comply, evidence, commentary) with
 * what it adds up to, what is not met, and the governing body's response. Nobody who answered is named in it.
 */
import { type Answer, answers, answerWords, countsOf, provisionsOf, saysNotMet, yearName } from '../assess/answers.js';
import { pieceState } from '../assess/evidence-pieces.js';
import { type Day, inShortWords, inWords } from '../facts/days.js';
import { codes } from '../law/in-force.js';
import type { Block, Cell, Document, Inline } from '../reports/document.js';
import { type AnswerRow, answersOf } from './assessment-answers.js';
import { type Step, stepsOf } from './assessment-steps.js';
import type { SelfAssessment } from './assessments.js';
import type { Trx } from './database.js';
import { linkedEvidence, listPieces } from './evidence-library.js';
import { historyHead } from './history-head.js';
import { wordingOf } from './official-wording.js';

export interface FormRow {
  readonly provision: string;
  readonly requirement: string;
  readonly comply: string;
  readonly evidence: string;
  readonly commentary: string;
}

const complyWords: Readonly<Record<Answer, string>> = { ...answerWords, na: 'N/A', unknown: 'Not answered' };

/** What a landlord writes why, and by when, below its commentary: the form has no columns of its own for them. */
function commentaryOf(row: AnswerRow): string {
  if (!saysNotMet(row.answer)) return row.commentary;
  const by = row.intendedOn === null ? row.intendedWords : inShortWords(row.intendedOn);
  return [
    row.commentary,
    row.reason === '' ? '' : `Why it is not met: ${row.reason}`,
    by === '' ? '' : `Will be met by: ${by}`,
  ]
    .filter((text) => text !== '')
    .join('\n');
}

/** The day as of which it is told: that of its approval, once it is approved, so that nothing in it moves afterwards. */
export async function toldAsOf(trx: Trx, { id }: SelfAssessment, today: Day): Promise<Day> {
  return (await stepsOf(trx, id)).findLast(({ did }) => did === 'approved')?.on ?? today;
}

/** The rows of the Ombudsman's table. Evidence that has expired on that day is not in it. */
export async function formRows(trx: Trx, assessment: SelfAssessment, asOf: Day): Promise<readonly FormRow[]> {
  const rows = new Map((await answersOf(trx, assessment.id)).map((row) => [row.provision, row]));
  const wording = await wordingOf(trx, assessment.edition);
  const holding = new Map(
    (await listPieces(trx)).filter((piece) => pieceState(piece, asOf) === 'holds').map((piece) => [piece.id, piece]),
  );
  const linked = Map.groupBy(await linkedEvidence(trx, assessment.id), ({ provision }) => provision);
  return provisionsOf(assessment.edition).map(({ number, provision }) => {
    const row = rows.get(number);
    const pieces = (linked.get(number) ?? []).flatMap(({ pieceId, carried }) => {
      const piece = carried ? undefined : holding.get(pieceId);
      if (piece === undefined) return [];
      const link = piece.says?.link ?? null;
      return [link === null ? piece.title : `${piece.title} (${link})`];
    });
    return {
      provision: number,
      requirement: wording.get(number) ?? provision.duty,
      comply: complyWords[row?.answer ?? 'unknown'],
      evidence: [row?.evidence ?? '', ...pieces].filter((text) => text !== '').join('\n'),
      commentary: row === undefined ? '' : commentaryOf(row),
    };
  });
}

export const formHead = ['Provision', 'Requirement', 'Comply', 'Evidence', 'Commentary'] as const;

/** Its table as rows of text, for a spreadsheet. */
export function formTable(rows: readonly FormRow[]): readonly (readonly string[])[] {
  return [formHead, ...rows.map((row) => [row.provision, row.requirement, row.comply, row.evidence, row.commentary])];
}

const text = (words: string): Cell => ({ text: [words] });
const number = (n: number): Cell => ({ text: [String(n)], number: true });

/** The whole document, as it stands on a day. */
export async function assessmentDocument(
  trx: Trx,
  assessment: SelfAssessment,
  about: { readonly landlord: string; readonly today: Day },
): Promise<Document> {
  const steps = await stepsOf(trx, assessment.id);
  const rows = await formRows(trx, assessment, await toldAsOf(trx, assessment, about.today));
  const given = await answersOf(trx, assessment.id);
  const approved = steps.findLast(({ did }) => did === 'approved');
  const head = await historyHead(trx);
  const code = codes[assessment.edition];
  const unanswered = rows.filter(({ comply }) => comply === complyWords.unknown).length;
  return {
    title: 'Self-assessment against the Complaint Handling Code',
    subtitle: `${yearName(assessment.year)}, against the Code of ${assessment.edition}`,
    landlord: about.landlord,
    language: 'en-GB',
    status: approved
      ? `Approved by ${approved.body ?? 'the governing body'} on ${inWords(approved.on)}`
      : `Draft of ${inWords(about.today)}`,
    blocks: [
      { block: 'facts', rows: factsOf(assessment, steps) },
      ...(unanswered === 0
        ? []
        : [{ block: 'missing' as const, text: `${unanswered} provisions are not answered yet.` }]),
      ...countBlocks(assessment, given),
      ...unmetBlocks(given),
      ...code.sections.flatMap((section): Block[] => [
        {
          block: 'heading',
          level: 2,
          text: `Section ${section.number}: ${section.title}`,
          id: `section-${section.number}`,
        },
        {
          block: 'table',
          caption: `Section ${section.number}: ${section.title}`,
          head: formHead.map(text),
          rows: rows
            .filter((row) => Object.hasOwn(section.provisions, row.provision))
            .map((row) => [row.provision, row.requirement, row.comply, row.evidence, row.commentary].map(text)),
          rowHeads: true,
          foot: null,
        },
      ]),
      ...responseBlocks(steps),
    ],
    provenance: [
      `Self-assessment ${assessment.id}, version ${assessment.version}, as it stood on ${inShortWords(about.today)}.`,
      `History of cases at ${head.digest}: ${head.cases} cases, ${head.entries} entries.`,
      'Requirements are in the landlord’s own copy of the official wording where it was loaded, else in our own words.',
    ],
  };
}

const triggerSaid = {
  yearly: 'Yearly self-assessment',
  restructure: 'Repeated after a restructure, merger or change of procedure',
  'ombudsman-request': 'Repeated at the Ombudsman’s request',
  'changed-in-year': 'Repeated since something changed during the year',
} as const;

function factsOf(assessment: SelfAssessment, steps: readonly Step[]) {
  const approved = steps.findLast(({ did }) => did === 'approved');
  const { trigger, triggerNote, edition } = assessment;
  const fact = (label: string, ...value: Inline[]) => ({ label, value });
  return [
    fact('Why it was made', `${triggerSaid[trigger]}${triggerNote === null ? '' : `: ${triggerNote}`}`),
    fact('The Code', { text: codes[edition].title, href: codes[edition].officialText }),
    ...(approved ? [fact('Approved', `${approved.body ?? ''}, ${inWords(approved.on)}`)] : []),
    ...(approved?.minutes ? [fact('Minutes', approved.minutes)] : []),
  ];
}

function countBlocks({ edition }: SelfAssessment, given: readonly AnswerRow[]): Block[] {
  const counts = countsOf(edition, given);
  const shown = answers.filter((answer) => counts.byAnswer[answer] > 0);
  return [
    { block: 'heading', level: 2, text: 'What was answered', id: 'answers' },
    {
      block: 'table',
      caption: 'Answers by section, counted from the table below',
      head: [
        text('Section'),
        ...['Provisions', ...shown.map((one) => complyWords[one])].map((words) => ({ text: [words], number: true })),
      ],
      rows: counts.bySection.map((one) => [
        text(`${one.section} ${one.title}`),
        number(one.total),
        ...shown.map((answer) => number(one.byAnswer[answer])),
      ]),
      rowHeads: true,
      foot: [text('All'), number(counts.total), ...shown.map((answer) => number(counts.byAnswer[answer]))],
    },
  ];
}

function unmetBlocks(given: readonly AnswerRow[]): Block[] {
  const unmet = given.filter(({ answer }) => saysNotMet(answer));
  if (unmet.length === 0) return [];
  const order = (row: AnswerRow) => row.provision.split('.').map(Number) as [number, number];
  unmet.sort((a, b) => order(a)[0] - order(b)[0] || order(a)[1] - order(b)[1]);
  return [
    { block: 'heading', level: 2, text: 'What is not met yet', id: 'not-met' },
    {
      block: 'table',
      caption: 'Provisions that are not met, why, and by when they will be',
      head: ['Provision', 'Answer', 'Why', 'Will be met by'].map(text),
      rows: unmet.map((row) => [
        text(row.provision),
        text(complyWords[row.answer]),
        text(row.reason === '' ? 'No reason is given' : row.reason),
        text(row.intendedOn === null ? row.intendedWords || 'No day is given' : inShortWords(row.intendedOn)),
      ]),
      rowHeads: true,
      foot: null,
    },
  ];
}

function responseBlocks(steps: readonly Step[]): Block[] {
  const responses = steps.filter(({ did, words }) => did === 'responded' && words !== null);
  if (responses.length === 0) return [];
  return [
    { block: 'heading', level: 2, text: 'The governing body’s response', id: 'response' },
    ...responses.map(
      (step): Block => ({ block: 'said', text: step.words ?? '', by: step.saidBy ?? '', on: inWords(step.on) }),
    ),
  ];
}
