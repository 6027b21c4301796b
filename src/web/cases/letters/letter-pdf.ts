/** The letter as it will be read, before it is sent: the same bytes that sending makes. */
import { fileNameOf } from '../../../post/finished-letter.js';
import { letterPdf } from '../../../post/pdf.js';
import { recordReading } from '../../../store/reads.js';
import { download, notFound, screen, type Visit } from '../../visit.js';
import { letterOfVisit } from './letter.js';

async function get(visit: Visit) {
  const found = await letterOfVisit(visit);
  if (found === null) return notFound;
  const { letter } = found.work.finished;
  await visit.db((trx) =>
    recordReading(trx, {
      staff: visit.staff.id,
      what: 'letter',
      caseId: found.shown.case.id,
      about: found.work.draft.letter,
    }),
  );
  return download(fileNameOf(letter), 'application/pdf', Buffer.from(letterPdf(letter).bytes), { inline: true });
}

export const letterAsPdf = screen({
  path: '/cases/:reference/letters/:letter/pdf',
  access: ['officer', 'investigator', 'reviewer', 'manager'],
  get,
});
