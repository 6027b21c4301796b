/** The return as a file: its rows with their workings and what they were made from, or as it is printed. */
import { chartSvg } from '../../post/charts.js';
import { documentPdf } from '../../post/document-pdf.js';
import { tsmCsv, tsmDocument } from '../../reports/returns/tsm-sheet.js';
import { historyHead } from '../../store/history-head.js';
import { findReturn } from '../../store/tsm-returns.js';
import { sheetOf } from '../../store/tsm-sheet-of.js';
import { csvFile } from '../csv.js';
import { download, notFound, screen, type Visit } from '../visit.js';
import { yearIn } from './year-of.js';

async function get(visit: Visit) {
  const year = yearIn(visit);
  if (year === null) return notFound;
  const { about, sheet } = await visit.db(async (trx) => {
    const kept = await findReturn(trx, year.from);
    const head = kept.frozen ?? { at: null, head: (await historyHead(trx)).digest };
    return {
      sheet: kept.frozen?.sheet ?? (await sheetOf(trx, year, visit.today)),
      about: {
        landlord: visit.landlord.name,
        status:
          kept.submitted !== null
            ? `Sent on ${kept.submitted.on}`
            : kept.frozen !== null
              ? `Frozen at ${kept.frozen.at}`
              : `As of ${visit.today}, not frozen`,
        provenance: [`History head ${head.head}`],
      },
    };
  });
  const name = `tenant-satisfaction-measures-${year.name}`;
  if (visit.path.endsWith('/pdf')) {
    const { bytes } = documentPdf(tsmDocument(about, sheet), { draw: chartSvg, colour: visit.landlord.brandColour });
    return download(`${name}.pdf`, 'application/pdf', bytes);
  }
  return download(`${name}.csv`, 'text/csv; charset=utf-8', csvFile(tsmCsv(about, sheet)));
}

const access = ['manager', 'member-responsible'] as const;
export const tsmCsvFile = screen({ path: '/reports/returns/tsm/:year/csv', access, get });
export const tsmPdfFile = screen({ path: '/reports/returns/tsm/:year/pdf', access, get });
