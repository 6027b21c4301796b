/** Publication in the form of the Ombudsman's table: the page itself, PDF, Word and CSV; what was published stays. */
import { z } from 'zod';
import { yearName } from '../../assess/answers.js';
import { documentDocx } from '../../post/document-docx.js';
import { documentPdf } from '../../post/document-pdf.js';
import { assessmentDocument, formRows, formTable, toldAsOf } from '../../store/assessment-document.js';
import { moveAssessment } from '../../store/assessment-steps.js';
import type { SelfAssessment } from '../../store/assessments.js';
import type { Trx } from '../../store/database.js';
import { findFile, keepFile, readFileBytes, receiveFile, type Stored } from '../../store/documents.js';
import {
  listPublications,
  type Published,
  type PublishedWhole,
  publicSlug,
  publish,
  readPublication,
} from '../../store/publications.js';
import { csvFile } from '../csv.js';
import { Button } from '../ui/components.js';
import { DayText } from '../ui/dates.js';
import { DocumentShown } from '../ui/document.js';
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
import { download, notFound, redirect, screen, type Visit } from '../visit.js';
import { assessmentAsked, assessmentPage, writers } from './assessment-frame.js';
import { assessmentHref } from './words.js';

const schema = (visit: Visit) =>
  z.object({ on: requiredDay('the day of publication', { notAfter: visit.today }), because: optionalText(1_000) });

/** The document and its table: as they were published, else as they stand now. */
async function made(visit: Visit) {
  return visit.db(async (trx) => {
    const assessment = await assessmentAsked(trx, visit);
    if (assessment === null) return null;
    const about = { landlord: visit.landlord.name, today: visit.today };
    const published = await listPublications(trx, { kind: 'self-assessment', period: yearName(assessment.year) });
    const frozen = await frozenOf(trx, assessment, published);
    return {
      assessment,
      document: frozen?.document ?? (await assessmentDocument(trx, assessment, about)),
      rows: await formRows(trx, assessment, await toldAsOf(trx, assessment, visit.today)),
      published,
      frozen,
      slug: await publicSlug(trx),
    };
  });
}

/** What was published of this very assessment: others of the same year stand beside it. */
async function frozenOf(
  trx: Trx,
  { id, state }: SelfAssessment,
  published: readonly Published[],
): Promise<PublishedWhole | null> {
  if (state !== 'published' && state !== 'superseded') return null;
  for (const one of published) {
    const whole = await readPublication(trx, { id: one.id });
    if (whole?.document.provenance.some((line) => line.includes(id))) return whole;
  }
  return null;
}

type Made = NonNullable<Awaited<ReturnType<typeof made>>>;

async function get(visit: Visit) {
  return view(visit, startForm(visit, { on: visit.today }));
}

function draftWords({ state }: SelfAssessment): string | null {
  return state === 'draft' || state === 'put' ? 'Draft: not approved' : null;
}

const formats = {
  pdf: (visit: Visit, { document, assessment }: Made) => {
    return documentPdf(document, { colour: visit.landlord.brandColour, draft: draftWords(assessment) }).bytes;
  },
  docx: (visit: Visit, { document, assessment }: Made) => {
    return documentDocx(document, { colour: visit.landlord.brandColour, draft: draftWords(assessment) });
  },
  csv: (_visit: Visit, { rows }: Made) => Buffer.from(csvFile(formTable(rows))),
} as const;
type Format = keyof typeof formats;

const types: Readonly<Record<Format, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv; charset=utf-8',
};

function nameOfFile({ assessment }: Made, format: Format): string {
  return `self-assessment-${yearName(assessment.year)}-code-${assessment.edition}.${format}`;
}

async function getFile(visit: Visit) {
  const format = (Object.keys(formats) as Format[]).find((one) => one === visit.params.format);
  const what = format === undefined ? null : await made(visit);
  if (what === null || format === undefined) return notFound;
  // What was published is given as it was, byte for byte.
  const kept = what.frozen?.files.find((one) => one.format === format);
  const found = kept === undefined ? null : await visit.db((trx) => findFile(trx, kept.file));
  const body =
    found === null
      ? await formats[format](visit, what)
      : readFileBytes(visit.house.files, visit.landlord.id, found.content);
  return download(nameOfFile(what, format), types[format], body);
}

async function post(visit: Visit) {
  const read = readForm(schema(visit), visit.fields);
  if (!read.ok) return view(visit, read.form);
  const what = await made(visit);
  if (what === null) return notFound;
  const { assessment, document, published } = what;
  const refuse = (words: string, field: string | null = null) => view(visit, withErrors(read.form, [{ field, words }]));
  if (assessment.state !== 'approved') return refuse('It is published once the governing body has approved it');
  if (published.length > 0 && read.value.because === null) return refuse('Say why it is published again', 'because');
  const stored: { format: Format; stored: Stored }[] = [];
  for (const format of Object.keys(formats) as Format[]) {
    const bytes = await formats[format](visit, what);
    const received = await receiveFile(visit.house.files, visit.landlord.id, bytes, { name: nameOfFile(what, format) });
    if (!received.ok) throw new Error('a file of our own making is neither empty nor too large');
    stored.push({ format, stored: received.stored });
  }
  const done = await visit.db(async (trx) => {
    const moved = await moveAssessment(trx, assessment.id, {
      from: 'approved',
      state: 'published',
      step: { did: 'published', on: read.value.on, by: visit.staff.id, words: read.value.because },
    });
    if (!moved) return false;
    const files = [];
    for (const one of stored)
      files.push({
        format: one.format,
        name: nameOfFile(what, one.format),
        file: await keepFile(trx, visit.house.files, one.stored, 'ours'),
      });
    await publish(trx, {
      kind: 'self-assessment',
      period: yearName(assessment.year),
      document,
      files,
      on: read.value.on,
      by: visit.staff.id,
      because: read.value.because,
    });
    return true;
  });
  if (!done) return refuse('Somebody else published it meanwhile');
  return redirect(assessmentHref(assessment, '/publication'), { done: 'Published' });
}

async function view(visit: Visit, form: FormState) {
  const what = await made(visit);
  if (what === null) return notFound;
  const { assessment, document, published, slug } = what;
  const publishes = assessment.state === 'approved' && visit.may(...writers);
  return assessmentPage(
    visit,
    assessment,
    { title: 'Publication', tab: '/publication', wide: true, form },
    <>
      {published.length === 0 ? (
        <p class="govuk-body">Nothing has been published here for this year yet.</p>
      ) : (
        <ul class="govuk-list">
          {published.map((one) => (
            <li key={one.id}>
              <a class="govuk-link" href={`/published/${slug}/self-assessment/${one.period}/${one.version}`}>
                {one.title}, version {one.version}
              </a>{' '}
              <DayText day={one.publishedOn} />
              {one.because === null ? '' : `: ${one.because}`}
            </li>
          ))}
        </ul>
      )}
      <div class="govuk-button-group">
        {(['pdf', 'docx', 'csv'] as const).map((format) => (
          <Button
            key={format}
            href={assessmentHref(assessment, `/publication/${format}`)}
            classes="govuk-button--secondary"
          >
            {{ pdf: 'PDF', docx: 'Word', csv: 'CSV' }[format]}
          </Button>
        ))}
      </div>
      {publishes ? (
        <Form visit={visit}>
          <DateField form={form} name="on" legend="Publish it on which day?" />
          {published.length === 0 ? null : (
            <TextareaField form={form} name="because" label="Why is it published again?" rows={3} most={1000} />
          )}
          <Submit>Publish for everybody</Submit>
        </Form>
      ) : assessment.state === 'published' || assessment.state === 'superseded' ? null : (
        <p class="govuk-body">It can be published once the governing body has approved it. This is how it stands.</p>
      )}
      <section class="app-document" aria-label="As it is published">
        <h2 class="govuk-heading-l">{document.title}</h2>
        <DocumentShown document={document} />
      </section>
    </>,
  );
}

export const publication = [
  ...screen({ path: '/self-assessment/:assessment/publication', access: 'signed-in', get }),
  ...screen({ path: '/self-assessment/:assessment/publication', access: writers, post }),
  ...screen({ path: '/self-assessment/:assessment/publication/:format', access: 'signed-in', get: getFile }),
];
