/** The letter as it will be read: as PDF (the same bytes that sending makes), as a web page of its own, as plain text. */
import { caseWorkers } from '../../../complaint/roles.js';
import { fileNameOf } from '../../../post/finished-letter.js';
import { letterHtml } from '../../../post/letter-html.js';
import { letterPdf } from '../../../post/pdf.js';
import { recordReading } from '../../../store/reads.js';
import { type Answer, download, notFound, redirect, screen, type Visit } from '../../visit.js';
import { casePath } from '../case-frame.js';
import { said } from '../case-shown.js';
import { letterOfVisit } from './letter-of-visit.js';
import type { LetterAtWork } from './letter-work.js';

function as(form: 'pdf' | 'html' | 'text', answer: (work: LetterAtWork, name: string) => Answer) {
  return screen({
    path: `/cases/:reference/letters/:letter/${form}`,
    access: caseWorkers,
    get: async (visit: Visit) => {
      const found = await letterOfVisit(visit);
      if (found === null) return notFound;
      const { shown } = found;
      const { reference } = shown.case;
      const about = found.is === 'sent' ? found.entry.what.letter : found.work.draft.letter;
      await visit.db((trx) =>
        recordReading(trx, { staff: visit.staff.id, what: 'letter', caseId: shown.case.id, about }),
      );
      if (found.is === 'sent') {
        const { bytes, words } = found.entry.what;
        if (form === 'text') return download(`${reference}.txt`, 'text/plain; charset=utf-8', said(shown, words));
        return redirect(casePath(reference, bytes === null ? `/letters/${about}` : `/documents/${bytes}`));
      }
      const { work } = found;
      return answer(work, fileNameOf(work.finished.letter).replace(/\.pdf$/, ''));
    },
  });
}

export const letterAsPdf = as('pdf', ({ finished }, name) =>
  download(`${name}.pdf`, 'application/pdf', Buffer.from(letterPdf(finished.letter).bytes), { inline: true }),
);

// To be saved, not opened: a page of a letter has no business with this site's cookies.
export const letterAsHtml = as('html', ({ finished }, name) =>
  download(`${name}.html`, 'text/html; charset=utf-8', letterHtml(finished.letter)),
);

export const letterAsText = as('text', ({ finished }, name) =>
  download(`${name}.txt`, 'text/plain; charset=utf-8', finished.text),
);
