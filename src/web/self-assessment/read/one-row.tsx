/** One row of a reading: what the document says, and what a person makes of it. */
import { z } from 'zod';
import { answers } from '../../../assess/answers.js';
import { provisionWords } from '../../../law/in-force.js';
import {
  confirmedRows,
  confirmRow,
  findReading,
  isSure,
  type KeptReading,
  type RowConfirmed,
  unconfirmRow,
} from '../../../store/form-readings.js';
import { InsetText, SummaryList } from '../../ui/components.js';
import { choice, optionalText } from '../../ui/fields.js';
import {
  Form,
  type FormState,
  RadiosField,
  readForm,
  Submit,
  startForm,
  TextareaField,
  withErrors,
} from '../../ui/forms.js';
import { page } from '../../ui/frame.js';
import { notFound, redirect, screen, type Visit } from '../../visit.js';
import { writers } from '../assessment-frame.js';
import { answerSaid, answersRead, readingHref, sureWords } from './reading-words.js';

const form = z.object({
  answer: choice(answers, 'Choose what the document answers'),
  evidence: optionalText(30_000),
  reason: optionalText(10_000),
});

async function asked(visit: Visit) {
  return visit.db(async (trx) => {
    const reading = await findReading(trx, visit.params.reading ?? '');
    const row = reading?.read.rows.find(({ provision }) => provision === visit.params.provision);
    if (reading === null || row === undefined) return null;
    return { reading, row, confirmed: await confirmedRows(trx, reading.id) };
  });
}

type Asked = NonNullable<Awaited<ReturnType<typeof asked>>>;

async function get(visit: Visit) {
  const found = await asked(visit);
  if (found === null) return notFound;
  const { row, confirmed } = found;
  const before = confirmed.get(row.provision);
  // What is in doubt begins without a choice: a person makes it.
  const answer = before?.answer ?? (row.needsPerson ? '' : row.answer);
  const evidence = before?.evidence ?? row.evidence;
  return view(visit, found, startForm(visit, { answer, evidence, reason: before?.reason ?? row.reason ?? '' }));
}

async function post(visit: Visit) {
  const found = await asked(visit);
  if (found === null || found.reading.state !== 'open') return notFound;
  const { reading, row } = found;
  if (visit.fields.instead === 'take-back') {
    await visit.db((trx) => unconfirmRow(trx, reading.id, row.provision));
    return redirect(readingHref(reading.id, `/rows/${row.provision}`), {
      done: 'Taken back: it is to be confirmed again',
    });
  }
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, found, read.form);
  const { answer, evidence, reason } = read.value;
  if (!answersRead(reading.edition, row).includes(answer))
    return view(visit, found, withErrors(read.form, [{ field: 'answer', words: 'Choose one of the list' }]));
  const said = { provision: row.provision, answer, evidence: evidence ?? '', reason: reason ?? '' };
  await visit.db((trx) => confirmRow(trx, reading, said, visit.staff.id));
  const next = following(found);
  const done = { done: `${row.provision} confirmed: ${answerSaid[answer]}` };
  return redirect(readingHref(reading.id, next === null ? '' : `/rows/${next}`), done);
}

/** The next row that still needs a person, after this one first. */
function following({ reading, row, confirmed }: Asked): string | null {
  const { rows } = reading.read;
  const at = rows.indexOf(row);
  const open = [...rows.slice(at + 1), ...rows.slice(0, at)].filter(
    (one) => !confirmed.has(one.provision) && !isSure(one),
  );
  return open[0]?.provision ?? null;
}

function view(visit: Visit, { reading, row, confirmed }: Asked, state: FormState) {
  const before = confirmed.get(row.provision);
  const duty = provisionWords(reading.edition, row.provision) ?? '';
  return page(
    visit,
    {
      title: `${row.provision} of the Code of ${reading.edition}`,
      section: 'assessment',
      form: state,
      wide: true,
      crumbs: [
        { text: 'Older documents', href: '/self-assessment/read' },
        { text: reading.source, href: readingHref(reading.id) },
        { text: row.provision },
      ],
    },
    <>
      <p class="govuk-body-l">{duty}</p>
      <div class="app-two">
        <section>
          <h2 class="govuk-heading-m">In the document</h2>
          {row.why.map((words) => (
            <InsetText key={words} text={words} />
          ))}
          <InDocument row={row} />
        </section>
        <section>
          <h2 class="govuk-heading-m">What you make of it</h2>
          {before === undefined ? null : (
            <p class="govuk-body">
              {before.mended ? 'Corrected' : 'Confirmed'} by {before.by}.
            </p>
          )}
          {reading.state === 'open' ? (
            <RowForm visit={visit} reading={reading} row={row} state={state} before={before} />
          ) : (
            <p class="govuk-body">This reading is closed: nothing of it can be changed here.</p>
          )}
        </section>
      </div>
    </>,
  );
}

function InDocument({ row }: Pick<Asked, 'row'>) {
  return (
    <SummaryList
      rows={[
        { key: { text: 'Answer read' }, value: { text: answerSaid[row.answer] } },
        { key: { text: 'As it stands there' }, value: { text: row.said === '' ? 'Nothing' : row.said } },
        { key: { text: 'How sure' }, value: { text: `${sureWords(row)} (${Math.round(row.confidence * 100)}%)` } },
        { key: { text: 'Place' }, value: { text: row.place === '' ? 'No row of its own' : row.place } },
        ...(row.wording === undefined || row.wording === ''
          ? []
          : [{ key: { text: 'Its own wording' }, value: { html: <Lines text={row.wording} /> } }]),
        { key: { text: 'Evidence' }, value: { html: <Lines text={row.evidence || 'None'} /> } },
      ]}
    />
  );
}

function Lines({ text }: { readonly text: string }) {
  return (
    <>
      {text.split('\n').map((line) => (
        <p key={line} class="govuk-body">
          {line}
        </p>
      ))}
    </>
  );
}

function RowForm({
  visit,
  reading,
  row,
  state,
  before,
}: {
  readonly visit: Visit;
  readonly reading: KeptReading;
  readonly row: Asked['row'];
  readonly state: FormState;
  readonly before: RowConfirmed | undefined;
}) {
  return (
    <Form visit={visit}>
      <RadiosField
        form={state}
        name="answer"
        legend="What does the document answer?"
        items={answersRead(reading.edition, row).map((answer) => ({ value: answer, text: answerSaid[answer] }))}
      />
      <TextareaField form={state} name="evidence" label="Evidence, in the landlord’s own words" rows={8} />
      <TextareaField form={state} name="reason" label="Why it is not met (only where it is not)" rows={3} />
      <div class="govuk-button-group">
        <Submit>{before === undefined ? 'Confirm, and on to the next' : 'Confirm again'}</Submit>
        {before === undefined ? null : (
          <Submit secondary name="instead" value="take-back">
            Take the confirmation back
          </Submit>
        )}
      </div>
    </Form>
  );
}

export const oneRow = screen({ path: '/self-assessment/read/:reading/rows/:provision', access: writers, get, post });
