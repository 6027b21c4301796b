/** An older self-assessment sent as a file and read at once; and the readings that wait to be confirmed. */
import { createReadStream } from 'node:fs';
import type { VNode } from 'preact';
import { z } from 'zod';
import { yearName } from '../../../assess/answers.js';
import { readForm as readOldForm } from '../../../assess/read/read-form.js';
import { editions } from '../../../law/words.js';
import { readDocument } from '../../../post/read-document.js';
import { yearOf } from '../../../reports/period.js';
import { keepFile, receiveFile } from '../../../store/documents.js';
import { confirmedRows, type KeptReading, keepReading, listReadings } from '../../../store/form-readings.js';
import { Tag } from '../../ui/components.js';
import { InstantText } from '../../ui/dates.js';
import { choice, wholeNumber } from '../../ui/fields.js';
import {
  FileField,
  Form,
  type FormState,
  RadiosField,
  readForm,
  SelectField,
  Submit,
  startForm,
  withErrors,
} from '../../ui/forms.js';
import { page } from '../../ui/frame.js';
import { Scroll } from '../../ui/scroll.js';
import { redirect, screen, type Visit } from '../../visit.js';
import { writers } from '../assessment-frame.js';
import { readingHref } from './reading-words.js';

const form = z.object({
  edition: choice(editions, 'Choose the Code that the document answers'),
  year: wholeNumber('Choose the year that it looks at', { min: 2000, max: 2199 }),
});

async function get(visit: Visit) {
  return view(visit, startForm(visit));
}

async function post(visit: Visit) {
  const read = readForm(form, visit.fields);
  const [sent] = visit.files;
  const missing = sent === undefined ? [{ field: 'document', words: 'Choose the document' }] : [];
  if (!read.ok) return view(visit, withErrors(read.form, missing));
  if (sent === undefined) return view(visit, withErrors(read.form, missing));
  const failed = (words: string) => view(visit, withErrors(read.form, [{ field: 'document', words }]));
  const document = await readDocument(sent.path, sent.name);
  if (!document.ok) return failed(document.words);
  const { edition, year } = read.value;
  const found = readOldForm(document.blocks, edition, yearName(year));
  if (found.form === 'nothing')
    return failed(`No self-assessment was found in ${sent.name}. Is it the right document?`);
  const received = await receiveFile(visit.house.files, visit.landlord.id, createReadStream(sent.path), {
    name: sent.name,
  });
  if (!received.ok) return failed(`${sent.name} could not be kept. Try again with a smaller file`);
  const id = await visit.db(async (trx) =>
    keepReading(trx, {
      source: received.stored.name,
      file: await keepFile(trx, visit.house.files, received.stored),
      year,
      read: { ...found, warnings: [...document.warnings, ...found.warnings] },
      by: visit.staff.id,
    }),
  );
  return redirect(readingHref(id), { done: `${sent.name} was read. Nothing of it counts until it is confirmed` });
}

async function view(visit: Visit, state: FormState) {
  const kept = await visit.db(async (trx) => {
    const all = await listReadings(trx);
    const counted: { one: KeptReading; confirmed: number }[] = [];
    for (const one of all) counted.push({ one, confirmed: (await confirmedRows(trx, one.id)).size });
    return counted;
  });
  const latest = yearOf(visit.today);
  const years = Array.from({ length: 9 }, (_, back) => latest - back);
  return page(
    visit,
    {
      title: 'Read an older self-assessment',
      section: 'assessment',
      form: state,
      back: { href: '/self-assessment', text: 'Self-assessments' },
    },
    <>
      <p class="govuk-body">
        Send the document in which it was published. Each answer is proposed with its evidence, its place and how sure
        the reading is, and you confirm or correct it. What the document lost stays unanswered.
      </p>
      <Form visit={visit} files>
        <FileField
          form={state}
          name="document"
          label="The document"
          hint="PDF, Word (docx), CSV, plain text or Markdown, up to 25 MB. A scan holds no text and can’t be read"
        />
        <RadiosField
          form={state}
          name="edition"
          legend="Which Code does it answer?"
          items={[
            { value: '2024', text: '2024', hint: '72 provisions, answered yes or no' },
            { value: '2022', text: '2022', hint: '72 provisions, must and should' },
            { value: '2020', text: '2020', hint: '36 questions' },
          ]}
        />
        <SelectField
          form={state}
          name="year"
          label="Which year does it look at?"
          hint="The reporting year, from 1 April to 31 March"
          none="Choose a year"
          items={years.map((year) => ({ value: String(year), text: yearName(year) }))}
        />
        <Submit>Read it</Submit>
      </Form>
      {kept.length === 0 ? null : <Kept kept={kept} />}
    </>,
  );
}

const stateWords = {
  open: { words: 'To be confirmed', colour: 'blue' },
  taken: { words: 'Taken', colour: 'green' },
  dropped: { words: 'Put aside', colour: 'grey' },
} as const;

function Kept({ kept }: { readonly kept: readonly { one: KeptReading; confirmed: number }[] }): VNode {
  return (
    <>
      <h2 class="govuk-heading-m">Documents that were read</h2>
      <Scroll label="Documents that were read">
        <table class="govuk-table">
          <caption class="govuk-visually-hidden">Documents that were read</caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              {['Document', 'Code and year', 'Confirmed', 'How it stands'].map((head) => (
                <th key={head} scope="col" class="govuk-table__header">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {kept.map(({ one, confirmed }) => (
              <tr key={one.id} class="govuk-table__row">
                <th scope="row" class="govuk-table__header">
                  <a class="govuk-link" href={readingHref(one.id)}>
                    {one.source}
                  </a>
                </th>
                <td class="govuk-table__cell">
                  {one.edition}
                  {one.year === null ? '' : `, ${yearName(one.year)}`}
                </td>
                <td class="govuk-table__cell">
                  {confirmed} of {one.read.rows.length}
                </td>
                <td class="govuk-table__cell">
                  <Tag colour={stateWords[one.state].colour}>{stateWords[one.state].words}</Tag> read{' '}
                  <InstantText at={one.madeAt} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}

export const uploadReading = screen({ path: '/self-assessment/read', access: writers, get, post });
