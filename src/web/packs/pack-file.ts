/** A pack as a file to print or send: PDF/UA-1 or a Word document, the same bytes each time. */
import { chartSvg } from '../../post/charts.js';
import { documentDocx } from '../../post/document-docx.js';
import { documentPdf } from '../../post/document-pdf.js';
import { nameOfKind } from '../../reports/packs/calendar.js';
import { findPack, noteReceived } from '../../store/packs.js';
import { download, notFound, screen, type Visit } from '../visit.js';
import { audiencesFor } from './may-see.js';

async function get(visit: Visit) {
  const pack = await visit.db((trx) => findPack(trx, visit.params.id ?? ''));
  if (pack === null || !audiencesFor(visit).includes(pack.audience)) return notFound;
  await visit.db((trx) => noteReceived(trx, pack.id, visit.staff.id));
  const name = `complaints-${nameOfKind(pack)}-${pack.period.from}`;
  const colour = visit.landlord.brandColour;
  if (visit.path.endsWith('/pdf')) {
    const { bytes } = documentPdf(pack.document, { draw: chartSvg, colour });
    return download(`${name}.pdf`, 'application/pdf', bytes);
  }
  return download(
    `${name}.docx`,
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    await documentDocx(pack.document, { draw: chartSvg, colour }),
  );
}

export const packPdf = screen({ path: '/reports/packs/:id/pdf', access: ['manager', 'member-responsible'], get });
export const packDocx = screen({ path: '/reports/packs/:id/docx', access: ['manager', 'member-responsible'], get });
