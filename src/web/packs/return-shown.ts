/** What a return says of itself wherever it leaves the product: whose it is, how it stands, what it was made from. */

import { inShortWords } from '../../facts/days.js';
import { chartSvg } from '../../post/charts.js';
import { documentPdf } from '../../post/document-pdf.js';
import type { Period } from '../../reports/measured.js';
import { type SheetData, tsmCsv, tsmDocument } from '../../reports/returns/tsm-sheet.js';
import { historyHead } from '../../store/history-head.js';
import { findReturn, type TsmReturn } from '../../store/tsm-returns.js';
import { sheetOf } from '../../store/tsm-sheet-of.js';
import { csvFile } from '../csv.js';
import type { Visit } from '../visit.js';

export interface ReturnShown {
  readonly kept: TsmReturn;
  readonly sheet: SheetData;
  readonly about: { readonly landlord: string; readonly status: string; readonly provenance: readonly string[] };
}

/** The frozen sheet of a year, or the figures as they are today. */
export async function returnShown(visit: Visit, year: Period): Promise<ReturnShown> {
  return visit.db(async (trx) => {
    const kept = await findReturn(trx, year.from);
    const head = kept.frozen?.head ?? (await historyHead(trx)).digest;
    return {
      kept,
      sheet: kept.frozen?.sheet ?? (await sheetOf(trx, year, visit.today)),
      about: { landlord: visit.landlord.name, status: statusOf(visit, kept), provenance: [`History head ${head}`] },
    };
  });
}

function statusOf(visit: Visit, kept: TsmReturn): string {
  if (kept.submitted !== null) return `Sent to the regulator on ${inShortWords(kept.submitted.on)}`;
  if (kept.frozen !== null) return `Frozen on ${inShortWords(kept.frozen.at.slice(0, 10) as Visit['today'])}`;
  return `As of ${inShortWords(visit.today)}, not frozen`;
}

export const returnDocument = ({ about, sheet }: ReturnShown) => tsmDocument(about, sheet);

export const returnFiles = {
  csv: (_visit: Visit, { about, sheet }: ReturnShown): Buffer => Buffer.from(csvFile(tsmCsv(about, sheet))),
  pdf: (visit: Visit, shown: ReturnShown): Buffer =>
    documentPdf(returnDocument(shown), {
      draw: chartSvg,
      colour: visit.landlord.brandColour,
      draft: shown.kept.frozen === null ? 'Draft: not frozen' : null,
    }).bytes,
} as const;

export const returnFileName = (year: Period, format: keyof typeof returnFiles): string =>
  `tenant-satisfaction-measures-${year.name}.${format}`;
