/** Puts the figures of a period where anybody can read them: as a page, as PDF/UA-1 and as DOCX, the same in all three. */
import type { Day } from '../facts/days.js';
import type { StaffId } from '../facts/happened.js';
import type { Document } from '../reports/document.js';
import { recordChange } from '../store/change-trail.js';
import type { Trx } from '../store/database.js';
import { keepFile, receiveFile } from '../store/documents.js';
import { readLetterhead } from '../store/landlord-settings.js';
import { publish } from '../store/publications.js';
import { chartSvg } from './charts.js';
import { documentDocx } from './document-docx.js';
import { documentPdf } from './document-pdf.js';

export async function publishFigures(
  trx: Trx,
  what: {
    /** The landlord's folder of documents. */
    readonly files: string;
    /** '2025-26', '2026-q2': a part of the address. */
    readonly period: string;
    readonly document: Document;
    readonly on: Day;
    readonly by: StaffId;
    readonly because: string | null;
  },
): Promise<void> {
  const { document, files, period, on, by, because } = what;
  const { colour } = await readLetterhead(trx);
  const made = [
    { format: 'pdf', bytes: documentPdf(document, { draw: chartSvg, colour }).bytes },
    { format: 'docx', bytes: await documentDocx(document, { draw: chartSvg, colour }) },
  ] as const;
  const kept: { format: 'pdf' | 'docx'; name: string; file: string }[] = [];
  for (const { format, bytes } of made) {
    const name = `Complaints in figures ${period}.${format}`;
    const received = await receiveFile(files, trx.landlordId, bytes, { name });
    if (!received.ok) throw new Error('a document of figures is neither empty nor larger than a document may be');
    kept.push({ format, name, file: await keepFile(trx, files, received.stored, 'ours') });
  }
  await publish(trx, { kind: 'figures', period, document, files: kept, on, by, because });
  await recordChange(trx, { about: 'report', words: `Published the figures of ${period} for everybody`, by });
}
