/** Everything that the annual report of a year is written from, as it stands now, in one reading of the database. */
import { provisionsOf } from '../assess/answers.js';
import { type Day, inShortWords } from '../facts/days.js';
import type { AnnualData, AssessmentTold, Item } from '../reports/annual/data.js';
import { totalAsMeasured } from '../reports/given-figures.js';
import type { Period } from '../reports/measured.js';
import { financialYear } from '../reports/period.js';
import { assessmentOf } from './assessments.js';
import type { Trx } from './database.js';
import { type HistoryHead, historyHead } from './history-head.js';
import { readLetterhead } from './landlord-settings.js';
import { measure } from './measures.js';
import { papersOfYear } from './ombudsman-papers.js';
import { pastTotals } from './past-totals.js';
import { listPublications, publicSlug } from './publications.js';
import { approvalsOf } from './report-comments.js';
import { improvementsIn, itemsOf, lessonsOf, ombudsmanIn } from './report-items.js';
import { findReport, type Report, type ReportState, textsOf } from './reports.js';
import { findReturn } from './tsm-returns.js';
import { unansweredOf, unmetOf } from './unmet.js';

export interface AnnualNow {
  readonly data: AnnualData;
  readonly head: HistoryHead;
  /** The report that people are writing, with what they wrote; null when none was begun. */
  readonly report: Report | null;
}

export interface AnnualAsked {
  /** The year in which the reporting year begins. */
  readonly year: number;
  readonly today: Day;
  /** Null: as the data stand, with nobody's words. */
  readonly report: string | null;
  /** Where this installation is reached, for links that leave it. */
  readonly address: string;
  /** The state it is written for: one that is being frozen is no draft any more. */
  readonly as?: ReportState;
}

export async function annualNow(trx: Trx, asked: AnnualAsked): Promise<AnnualNow> {
  const year = financialYear(asked.year);
  const before = financialYear(asked.year - 1);
  const report = asked.report === null ? null : await findReport(trx, asked.report);
  const head = await historyHead(trx);
  const ombudsman = await ombudsmanIn(trx, year);
  const papers = await papersOfYear(trx, year);
  const data: AnnualData = {
    landlord: (await readLetterhead(trx)).name,
    year,
    today: asked.today,
    now: await measure(trx, year, asked.today),
    before: {
      period: before,
      counted: await measure(trx, before, asked.today),
      given: (await pastTotals(trx, { within: before })).map(totalAsMeasured),
    },
    reading: (await findReturn(trx, year.from)).reading,
    texts: report === null ? {} : await written(trx, report.id),
    assessment: await assessmentTold(trx, asked.year, year, asked.address),
    lessons: report === null ? [] : (await lessonsOf(trx, report.id)).filter((one) => one.included),
    items: withPapers(report === null ? [] : await itemsOf(trx, report.id), papers.items),
    determined: ombudsman.determined,
    failureNotices: [...ombudsman.notices, ...papers.notices].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    improvements: await improvementsIn(trx, year),
    approvals: report === null ? [] : await approvalsOf(trx, report.id),
    state: asked.as ?? report?.state ?? 'draft',
    provenance: provenance(head, asked.today),
  };
  return { data, head, report };
}

/** What somebody typed for the report stands before what is on the list of papers under the same name. */
function withPapers(typed: readonly Item[], papers: readonly Item[]): readonly Item[] {
  const known = new Set(typed.map(({ title }) => title.trim().toLowerCase()));
  return [...typed, ...papers.filter(({ title }) => !known.has(title.trim().toLowerCase()))];
}

async function written(trx: Trx, report: string): Promise<AnnualData['texts']> {
  const texts = await textsOf(trx, report);
  return Object.fromEntries(
    texts.map(({ place, text, saidBy, office, writtenOn }) => [
      place,
      { text, by: office === '' ? saidBy : `${saidBy}, ${office}`, on: writtenOn },
    ]),
  );
}

async function assessmentTold(trx: Trx, begins: number, year: Period, address: string): Promise<AssessmentTold | null> {
  const found = await assessmentOf(trx, begins);
  if (found === null) return null;
  const published = (await listPublications(trx, { kind: 'self-assessment' })).find(
    (one) => one.takenDownOn === null && one.supersededBy === null && one.period.startsWith(year.name),
  );
  return {
    edition: found.edition,
    provisions: provisionsOf(found.edition).length,
    state: found.state,
    unmet: await unmetOf(trx, found),
    unanswered: await unansweredOf(trx, found),
    address:
      published === undefined
        ? null
        : `${address}/published/${await publicSlug(trx)}/self-assessment/${published.period}`,
  };
}

/** What the report was made from, so that anybody can make it again and see whether it is the same. */
function provenance(head: HistoryHead, today: Day): readonly string[] {
  const number = (n: number) => n.toLocaleString('en-GB');
  return [
    `Worked out on ${inShortWords(today)} from ${number(head.entries)} entries in the histories of ${number(head.cases)} cases.`,
    `Where the history stood: ${head.digest}.`,
  ];
}
