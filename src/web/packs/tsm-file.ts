/** The return as a file: its rows with their workings and what they were made from, or as it is printed. */
import { download, notFound, screen, type Visit } from '../visit.js';
import { returnFileName, returnFiles, returnShown } from './return-shown.js';
import { yearIn } from './year-of.js';

async function get(visit: Visit) {
  const year = yearIn(visit);
  if (year === null) return notFound;
  const shown = await returnShown(visit, year);
  return visit.path.endsWith('/pdf')
    ? download(returnFileName(year, 'pdf'), 'application/pdf', returnFiles.pdf(visit, shown))
    : download(returnFileName(year, 'csv'), 'text/csv; charset=utf-8', returnFiles.csv(visit, shown));
}

export const tsmCsvFile = screen({
  path: '/reports/returns/tsm/:year/csv',
  access: ['manager', 'member-responsible'],
  get,
});
export const tsmPdfFile = screen({
  path: '/reports/returns/tsm/:year/pdf',
  access: ['manager', 'member-responsible'],
  get,
});
