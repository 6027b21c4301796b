/** The report as it reads now, its missing places marked; frozen, as it was frozen. And as files. */
import { chartSvg } from '../../post/charts.js';
import { documentDocx, docxType } from '../../post/document-docx.js';
import { documentPdf } from '../../post/document-pdf.js';
import { annualReport } from '../../reports/annual/report.js';
import type { Document } from '../../reports/document.js';
import { annualNow } from '../../store/annual-data.js';
import type { Trx } from '../../store/database.js';
import { findFile, readFileBytes } from '../../store/documents.js';
import { readFrozen } from '../../store/report-frozen.js';
import type { Report } from '../../store/reports.js';
import { DocumentShown } from '../ui/document.js';
import { download, notFound, screen, type Visit } from '../visit.js';
import { readers, reportAsked, reportHref, reportPage } from './report-frame.js';

async function documentNow(trx: Trx, visit: Visit, report: Report): Promise<{ document: Document; frozen: boolean }> {
  const frozen = await readFrozen(trx, report.id);
  if (frozen !== null) return { document: frozen.document, frozen: true };
  const asked = { year: report.year, today: visit.today, report: report.id, address: visit.address };
  const { data } = await annualNow(trx, asked);
  return { document: annualReport(data), frozen: false };
}

async function get(visit: Visit) {
  const found = await visit.db(async (trx) => {
    const report = await reportAsked(trx, visit);
    return report === null ? null : { report, ...(await documentNow(trx, visit, report)) };
  });
  if (found === null) return notFound;
  const { report, document, frozen } = found;
  return reportPage(
    visit,
    report,
    { title: document.title, tab: '/draft' },
    <>
      <p class="govuk-body app-no-print">
        {frozen ? 'As it was frozen. ' : 'As it stands now: figures and words still move. '}
        <a class="govuk-link" href={reportHref(report, '/file/pdf')}>
          Download as PDF
        </a>{' '}
        or{' '}
        <a class="govuk-link" href={reportHref(report, '/file/docx')}>
          as a Word document
        </a>
      </p>
      <DocumentShown document={document} draw={chartSvg} ownLinks />
    </>,
  );
}

async function getFile(visit: Visit) {
  const { format } = visit.params;
  if (format !== 'pdf' && format !== 'docx') return notFound;
  const found = await visit.db(async (trx) => {
    const report = await reportAsked(trx, visit);
    if (report === null) return null;
    const frozen = await readFrozen(trx, report.id);
    if (frozen !== null) return { file: await findFile(trx, frozen[format]), document: frozen.document };
    return { file: null, document: (await documentNow(trx, visit, report)).document };
  });
  if (found === null) return notFound;
  const { document, file } = found;
  const type = format === 'pdf' ? 'application/pdf' : docxType;
  if (file !== null) {
    return download(
      `${document.title}.${format}`,
      type,
      readFileBytes(visit.house.files, visit.landlord.id, file.content),
    );
  }
  const options = { draw: chartSvg, colour: visit.landlord.brandColour, draft: document.status };
  const bytes = format === 'pdf' ? documentPdf(document, options).bytes : await documentDocx(document, options);
  return download(`${document.title} (draft).${format}`, type, bytes);
}

export const reportDraft = [
  ...screen({ path: '/reports/annual/:id/draft', access: readers, get }),
  ...screen({ path: '/reports/annual/:id/file/:format', access: readers, get: getFile }),
];
