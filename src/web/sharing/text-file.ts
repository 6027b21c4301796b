/** A text to print or send: plain text, a Word document or PDF/UA-1. Not while something in it might tell who somebody is. */
import { caseReaders } from '../../complaint/roles.js';
import { chartSvg } from '../../post/charts.js';
import { documentDocx } from '../../post/document-docx.js';
import { documentPdf } from '../../post/document-pdf.js';
import { plainDocument } from '../../reports/document-plain.js';
import { sharedDocument } from '../../reports/sharing/shared-document.js';
import { isAnswered } from '../../reports/sharing/telling.js';
import { checkText } from '../../store/sharing/check.js';
import { download, notFound, redirect, screen, type Visit } from '../visit.js';
import { textAsked, textHref } from './sharing-frame.js';

async function get(visit: Visit) {
  const found = await visit.db(async (trx) => {
    const text = await textAsked(trx, visit);
    if (text === null || text.items.length === 0) return null;
    return { text, answered: isAnswered(await checkText(trx, text, visit.today)) };
  });
  if (found === null) return notFound;
  const { text, answered } = found;
  if (!answered)
    return redirect(textHref(text), { done: 'It can be taken out once nothing in it might tell who somebody is' });
  const document = sharedDocument(text, { landlord: visit.landlord.name, on: visit.today });
  const name = `learning-${text.audience}-${visit.today}`;
  const options = { draw: chartSvg, colour: visit.landlord.brandColour };
  switch (visit.params.format) {
    case 'text':
      return download(`${name}.txt`, 'text/plain; charset=utf-8', plainDocument(document));
    case 'docx':
      return download(
        `${name}.docx`,
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        await documentDocx(document, options),
      );
    case 'pdf':
      return download(`${name}.pdf`, 'application/pdf', documentPdf(document, options).bytes);
    default:
      return notFound;
  }
}

export const textFile = screen({ path: '/sharing/:id/:format', access: caseReaders, get });
