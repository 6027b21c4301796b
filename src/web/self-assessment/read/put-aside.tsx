/** A reading that is not wanted is put aside; and the document itself, as it was sent. */

import { dropReading, findReading } from '../../../store/form-readings.js';
import { fileScreens } from '../../files/file-screens.js';
import { Form, Submit } from '../../ui/forms.js';
import { page } from '../../ui/frame.js';
import { notFound, redirect, screen, type Visit } from '../../visit.js';
import { writers } from '../assessment-frame.js';
import { readingHref } from './reading-words.js';

async function get(visit: Visit) {
  const reading = await visit.db((trx) => findReading(trx, visit.params.reading ?? ''));
  if (reading === null) return notFound;
  if (reading.state !== 'open') return redirect(readingHref(reading.id));
  return page(
    visit,
    {
      title: 'Put this reading aside',
      section: 'assessment',
      back: { href: readingHref(reading.id), text: reading.source },
    },
    <>
      <p class="govuk-body">
        Nothing of it is taken, and what was confirmed stays with it. The document can be sent and read again.
      </p>
      <Form visit={visit}>
        <Submit warning>Put it aside</Submit>
      </Form>
    </>,
  );
}

async function post(visit: Visit) {
  const dropped = await visit.db(async (trx) => {
    const reading = await findReading(trx, visit.params.reading ?? '');
    if (reading !== null) await dropReading(trx, reading, visit.staff.id);
    return reading;
  });
  return dropped === null ? notFound : redirect('/self-assessment/read', { done: `${dropped.source} was put aside` });
}

export const putAsideReading = screen({ path: '/self-assessment/read/:reading/put-aside', access: writers, get, post });
export const readingDocument = fileScreens('/self-assessment/read/:reading/document', writers, async (trx, visit) => {
  const id = visit.params.reading ?? '';
  const reading = await findReading(trx, id);
  if (reading === null || reading.file === null) return null;
  const back = { href: `/self-assessment/read/${id}`, text: 'Back to the reading' };
  return { file: reading.file, caseId: null, section: 'assessment', back };
});
