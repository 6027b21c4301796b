/** Publishes the frozen return for everybody: a page, its PDF and its CSV, each version kept. */
import { z } from 'zod';
import type { Period } from '../../reports/measured.js';
import { recordChange } from '../../store/change-trail.js';
import { keepFile, receiveFile } from '../../store/documents.js';
import { listPublications, publicSlug, publish } from '../../store/publications.js';
import { optionalText, requiredDay } from '../ui/fields.js';
import {
  DateField,
  Form,
  type FormState,
  readForm,
  Submit,
  startForm,
  TextareaField,
  withErrors,
} from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { type ReturnShown, returnDocument, returnFileName, returnFiles, returnShown } from './return-shown.js';
import { yearIn } from './year-of.js';

const form = (visit: Visit, year: Period) =>
  z.object({
    on: requiredDay('the day of publication', { notBefore: year.until, notAfter: visit.today }),
    because: optionalText(1000),
  });

async function get(visit: Visit) {
  const year = yearIn(visit);
  return year === null ? notFound : view(visit, year, startForm(visit, { on: visit.today }));
}

async function post(visit: Visit) {
  const year = yearIn(visit);
  if (year === null) return notFound;
  const read = readForm(form(visit, year), visit.fields);
  if (!read.ok) return view(visit, year, read.form);
  const shown = await returnShown(visit, year);
  if (shown.kept.frozen === null) return redirect(here(year), { done: 'Freeze the return first' });
  const before = await published(visit, year);
  const { on, because } = read.value;
  if (before.list.length > 0 && because === null)
    return view(visit, year, withErrors(read.form, [{ field: 'because', words: 'Say why it is published again' }]));
  const kept = await storedFiles(visit, year, shown);
  await visit.db(async (trx) => {
    const files = [];
    for (const { format, name, stored } of kept)
      files.push({ format, name, file: await keepFile(trx, visit.house.files, stored, 'ours') });
    const document = returnDocument(shown);
    await publish(trx, { kind: 'tsm-return', period: year.name, document, files, on, by: visit.staff.id, because });
    await recordChange(trx, { about: 'returns', words: `Published the return of ${year.name}`, by: visit.staff.id });
  });
  return redirect(`${here(year)}/publish`, { done: 'Published' });
}

const here = (year: Period) => `/reports/returns/tsm/${year.name}`;

async function storedFiles(visit: Visit, year: Period, shown: ReturnShown) {
  const stored = [];
  for (const format of ['pdf', 'csv'] as const) {
    const name = returnFileName(year, format);
    const received = await receiveFile(visit.house.files, visit.landlord.id, returnFiles[format](visit, shown), {
      name,
    });
    if (!received.ok) throw new Error('a file of our own making is neither empty nor too large');
    stored.push({ format, name, stored: received.stored });
  }
  return stored;
}

async function published(visit: Visit, year: Period) {
  return visit.db(async (trx) => ({
    list: await listPublications(trx, { kind: 'tsm-return', period: year.name }),
    slug: await publicSlug(trx),
  }));
}

async function view(visit: Visit, year: Period, state: FormState) {
  const { list, slug } = await published(visit, year);
  return page(
    visit,
    {
      title: `Publish the return of ${year.name}`,
      section: 'reports',
      form: state,
      back: { href: here(year), text: 'The return' },
    },
    <>
      {list.length === 0 ? (
        <p class="govuk-body">It is not published here yet.</p>
      ) : (
        <ul class="govuk-list">
          {list.map((one) => (
            <li key={one.id}>
              <a class="govuk-link" href={`/published/${slug}/tsm-return/${one.period}/${one.version}`}>
                {one.title}, version {one.version}
              </a>
            </li>
          ))}
        </ul>
      )}
      <Form visit={visit} action={`${here(year)}/publish`}>
        <DateField form={state} name="on" legend="Publish it on which day?" />
        {list.length === 0 ? null : (
          <TextareaField form={state} name="because" label="Why is it published again?" rows={3} most={1000} />
        )}
        <Submit>Publish for everybody</Submit>
      </Form>
    </>,
  );
}

export const publishTsmReturn = screen({ path: '/reports/returns/tsm/:year/publish', access: ['manager'], get, post });
