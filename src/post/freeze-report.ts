/**
 * Freezing a report: what it says, every figure, where the history stands and the very files, in one picture of the
 * database. From then on nothing in it moves; figures that change later are told beside it and never put into it.
 */
import type { Day } from '../facts/days.js';
import type { StaffId } from '../facts/happened.js';
import { annualReport, missingIn, whyNotYet } from '../reports/annual/report.js';
import type { Document } from '../reports/document.js';
import { annualNow } from '../store/annual-data.js';
import { recordChange } from '../store/change-trail.js';
import { type Database, inLandlord, type LandlordId, type Trx } from '../store/database.js';
import { keepFile, receiveFile, type Stored } from '../store/documents.js';
import { readLetterhead } from '../store/landlord-settings.js';
import { publish } from '../store/publications.js';
import { keepFrozen, readFrozen } from '../store/report-frozen.js';
import { findReport, moveReport, noteReportPublished, reportOf } from '../store/reports.js';
import { codeOf } from '../store/stop.js';
import { chartSvg } from './charts.js';
import { documentDocx } from './document-docx.js';
import { documentPdf } from './document-pdf.js';

export interface Freezing {
  readonly db: Database;
  readonly files: string;
  readonly landlordId: LandlordId;
  readonly report: string;
  /** The version that the person had before them. */
  readonly expected: number;
  readonly by: StaffId;
  readonly today: Day;
  readonly address: string;
}

export type FrozenOrNot = { readonly ok: true } | { readonly ok: false; readonly words: readonly string[] };

export async function freezeReport(freezing: Freezing): Promise<FrozenOrNot> {
  try {
    return await frozenNow(freezing);
  } catch (error) {
    // Two at the same moment: one picture of the database cannot take in the other's.
    if (codeOf(error) === '40001') return no('Somebody else changed the report at the same moment: look at it again.');
    throw error;
  }
}

async function frozenNow(freezing: Freezing): Promise<FrozenOrNot> {
  const { db, files, landlordId, report: id, by, today } = freezing;
  return inLandlord(
    db,
    landlordId,
    async (trx) => {
      const report = await findReport(trx, id);
      if (report === null) return no('There is no such report.');
      if (report.state !== 'approved') return no('Only an approved report can be frozen.');
      if (report.version !== freezing.expected)
        return no('The report has changed since you opened this page: read it again.');
      const asked = { year: report.year, today, report: id, address: freezing.address, as: 'frozen' as const };
      const { data, head } = await annualNow(trx, asked);
      const document = annualReport(data);
      const notYet = whyNotYet(data);
      const missing = [
        ...(notYet === null ? [] : [notYet]),
        ...missingIn(document).map((text) => `Still missing: ${text}`),
      ];
      if (missing.length > 0) return { ok: false, words: missing };
      if (!(await moveReport(trx, id, ['approved'], 'frozen'))) return no('Somebody else has just frozen it.');
      const { pdf, docx } = await layDown(trx, files, document);
      const before = data.before.counted;
      await keepFrozen(trx, {
        report: id,
        version: report.version,
        on: today,
        by,
        document,
        figures: data.now,
        before,
        head,
        pdf,
        docx,
      });
      await recordChange(trx, { about: 'report', words: `Froze the annual report ${data.year.name}`, by });
      return { ok: true };
    },
    { snapshot: true, statementTimeoutMs: 60_000 },
  );
}

function no(words: string): FrozenOrNot {
  return { ok: false, words: [words] };
}

/** The bytes in the landlord's folder, each with its row. */
async function layDown(trx: Trx, files: string, document: Document): Promise<{ pdf: string; docx: string }> {
  const { colour } = await readLetterhead(trx);
  const name = document.title.replace(/[^\p{L}\p{N} -]+/gu, ' ').trim();
  const kept = async (bytes: Buffer, ending: string) => {
    const received = await receiveFile(files, trx.landlordId, bytes, { name: `${name}.${ending}` });
    if (!received.ok) throw new Error('a report is neither empty nor larger than a document may be');
    return keepFile(trx, files, received.stored satisfies Stored, 'ours');
  };
  return {
    pdf: await kept(documentPdf(document, { draw: chartSvg, colour }).bytes, 'pdf'),
    docx: await kept(await documentDocx(document, { draw: chartSvg, colour }), 'docx'),
  };
}

/** Puts a frozen report where anybody can read it. A further round of the same year takes the place of the one before. */
export async function publishReport(
  trx: Trx,
  id: string,
  how: { readonly by: StaffId; readonly today: Day; readonly because: string | null },
): Promise<string | null> {
  const report = await findReport(trx, id);
  const frozen = await readFrozen(trx, id);
  if (report === null || frozen === null || !(await moveReport(trx, id, ['frozen'], 'published'))) return null;
  const period = `${report.year}-${String((report.year + 1) % 100).padStart(2, '0')}`;
  const name = `Annual complaints report ${period}`;
  const publication = await publish(trx, {
    kind: 'annual-report',
    period,
    document: frozen.document,
    files: [
      { format: 'pdf', name: `${name}.pdf`, file: frozen.pdf },
      { format: 'docx', name: `${name}.docx`, file: frozen.docx },
    ],
    on: how.today,
    by: how.by,
    because: how.because,
  });
  await noteReportPublished(trx, id, publication);
  await recordChange(trx, { about: 'report', words: `Published the annual report ${period}`, by: how.by });
  return publication;
}

export interface ReportMade {
  readonly document: Document;
  /** 'frozen' when what was frozen is given, else it is made from the data as they stand. */
  readonly from: 'frozen' | 'draft' | 'data';
  readonly colour: string | null;
}

/** The report of a year: the frozen one if there is one and it is wanted, else as the data and people's words stand. */
export async function reportFor(
  trx: Trx,
  asked: { readonly year: number; readonly today: Day; readonly address: string; readonly current?: boolean },
): Promise<ReportMade> {
  const { colour } = await readLetterhead(trx);
  const known = await reportOf(trx, asked.year);
  if (known !== null && !asked.current) {
    const frozen = await readFrozen(trx, known.id);
    if (frozen !== null) return { document: frozen.document, from: 'frozen', colour };
  }
  const report = known === null || known.state === 'published' ? null : known.id;
  const { data } = await annualNow(trx, { ...asked, report });
  return { document: annualReport(data), from: report === null ? 'data' : 'draft', colour };
}
