/** The letter as it will be read: as PDF (the same bytes that sending makes), as a web page of its own, as plain text. */
import { fileNameOf } from '../../../post/finished-letter.js';
import { letterHtml } from '../../../post/letter-html.js';
import { letterPdf } from '../../../post/pdf.js';
import { recordReading } from '../../../store/reads.js';
import { type Answer, download, notFound, redirect, screen, type Visit } from '../../visit.js';
import { casePath } from '../case-frame.js';
import { said } from '../case-shown.js';
import { isSent, lastSent, letterOfVisit } from './letter.js';
import type { LetterAtWork } from './letter-work.js';

function as(form: 'pdf' | 'html' | 'text', answer: (work: LetterAtWork, name: string) => Answer) {
  return screen({
    path: `/cases/:reference/letters/:letter/${form}`,
    access: ['officer', 'investigator', 'reviewer', 'manager'],
    get: async (visit: Visit) => {
      const found = await letterOfVisit(visit);
      if (found === null) return notFound;
      const { shown, work } = found;
      const about = work.draft.letter;
      await visit.db((trx) =>
        recordReading(trx, { staff: visit.staff.id, what: 'letter', caseId: shown.case.id, about }),
      );
      const sent = isSent(shown, about) ? lastSent(shown, about) : null;
      // What went out is what is shown, whatever the case would say today.
      if (sent !== null && form === 'text') {
        return download(`${shown.case.reference}.txt`, 'text/plain; charset=utf-8', said(shown, sent.what.words));
      }
      if (sent !== null) {
        const { bytes } = sent.what;
        return redirect(casePath(shown.case.reference, bytes === null ? '/letters' : `/documents/${bytes}`));
      }
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
