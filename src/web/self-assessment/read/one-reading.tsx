/** One reading: sums that don't agree first, then every row with how sure it is, and what still needs a person. */
import type { VNode } from 'preact';
import { yearName } from '../../../assess/answers.js';
import type { ReadRow } from '../../../assess/read/shape.js';
import { codes, provisionWords } from '../../../law/in-force.js';
import {
  confirmedRows,
  confirmSure,
  findReading,
  isSure,
  type KeptReading,
  type RowConfirmed,
} from '../../../store/form-readings.js';
import { Button, InsetText, Tag } from '../../ui/components.js';
import { Form, Hidden, Submit } from '../../ui/forms.js';
import { page } from '../../ui/frame.js';
import { Scroll } from '../../ui/scroll.js';
import { notFound, redirect, screen, type Visit } from '../../visit.js';
import { writers } from '../assessment-frame.js';
import { assessmentHref } from '../words.js';
import { Beside, Doubts } from './reading-sides.js';
import { answerSaid, readingHref, rowState, sureWords } from './reading-words.js';

type Confirmed = ReadonlyMap<string, RowConfirmed>;

async function get(visit: Visit) {
  const found = await visit.db(async (trx) => {
    const reading = await findReading(trx, visit.params.reading ?? '');
    return reading === null ? null : { reading, confirmed: await confirmedRows(trx, reading.id) };
  });
  return found === null ? notFound : view(visit, found.reading, found.confirmed);
}

/** Everything that is sure, at once; what needs a person never goes with it. */
async function post(visit: Visit) {
  const done = await visit.db(async (trx) => {
    const reading = await findReading(trx, visit.params.reading ?? '');
    if (reading === null || reading.state !== 'open') return null;
    return { id: reading.id, n: await confirmSure(trx, reading, visit.staff.id) };
  });
  if (done === null) return notFound;
  const words = done.n === 1 ? '1 row confirmed' : `${done.n} rows confirmed`;
  return redirect(readingHref(done.id), { done: `${words}. What is left needs a look at the document` });
}

function view(visit: Visit, reading: KeptReading, confirmed: Confirmed) {
  const { read } = reading;
  const open = reading.state === 'open';
  const sure = read.rows.filter((row) => isSure(row) && !confirmed.has(row.provision)).length;
  const left = read.rows.filter((row) => !confirmed.has(row.provision));
  const next = left.find((row) => !isSure(row)) ?? left[0];
  return page(
    visit,
    {
      title: reading.source,
      section: 'assessment',
      wide: true,
      caption: `Read against the Code of ${reading.edition}${reading.year === null ? '' : `, ${yearName(reading.year)}`}`,
      crumbs: [
        { text: 'Self-assessments', href: '/self-assessment' },
        { text: 'Older documents', href: '/self-assessment/read' },
        { text: reading.source },
      ],
    },
    <>
      {reading.assessmentId === null ? null : (
        <InsetText>
          What was confirmed is now{' '}
          <a class="govuk-link" href={assessmentHref({ id: reading.assessmentId })}>
            a self-assessment
          </a>
          .
        </InsetText>
      )}
      {reading.state === 'dropped' ? <InsetText text="This reading was put aside: nothing of it is taken." /> : null}
      <Doubts read={read} />
      <p class="govuk-body">
        <strong>
          {confirmed.size} of {read.rows.length}
        </strong>{' '}
        rows are confirmed. {left.filter((row) => !isSure(row)).length} of the rest need a person; {sure} are sure.
      </p>
      {open ? (
        <Form visit={visit}>
          <Hidden name="confirm" value="sure" />
          <div class="govuk-button-group">
            {next === undefined ? null : (
              <Button href={readingHref(reading.id, `/rows/${next.provision}`)}>Look at {next.provision}</Button>
            )}
            {sure === 0 ? null : <Submit secondary>Confirm the {sure} that are sure</Submit>}
            <Button
              href={readingHref(reading.id, '/take')}
              {...(left.length === 0 && confirmed.size > 0 ? {} : { classes: 'govuk-button--secondary' })}
            >
              Take what is confirmed
            </Button>
            <a class="govuk-link" href={readingHref(reading.id, '/put-aside')}>
              Put it aside
            </a>
          </div>
        </Form>
      ) : null}
      {codes[reading.edition].sections.map(({ number, title }) => (
        <Section
          key={number}
          title={`${number} ${title}`}
          reading={reading}
          confirmed={confirmed}
          rows={read.rows.filter(({ provision }) => provision.startsWith(`${number}.`))}
        />
      ))}
      <Beside reading={reading} />
    </>,
  );
}

function Section({
  title,
  rows,
  reading,
  confirmed,
}: {
  readonly title: string;
  readonly rows: readonly ReadRow[];
  readonly reading: KeptReading;
  readonly confirmed: Confirmed;
}): VNode | null {
  if (rows.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      <Scroll label={title}>
        <table class="govuk-table">
          <caption class="govuk-visually-hidden">{title}</caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              {['Provision', 'Answer read', 'How sure', 'Evidence in the document', 'How it stands'].map((head) => (
                <th key={head} scope="col" class="govuk-table__header">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {rows.map((row) => (
              <Row key={row.provision} row={row} reading={reading} confirmed={confirmed.get(row.provision)} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function Row({
  row,
  reading,
  confirmed,
}: {
  readonly row: ReadRow;
  readonly reading: KeptReading;
  readonly confirmed: RowConfirmed | undefined;
}): VNode {
  const state = rowState(row, confirmed);
  const evidence = confirmed?.evidence ?? row.evidence;
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        <a class="govuk-link" href={readingHref(reading.id, `/rows/${row.provision}`)}>
          {row.provision}
        </a>
        <br />
        <span class="govuk-!-font-weight-regular">{provisionWords(reading.edition, row.provision)}</span>
      </th>
      <td class="govuk-table__cell">
        {answerSaid[confirmed?.answer ?? row.answer]}
        {row.place === '' ? null : <span class="app-caption"> {row.place}</span>}
      </td>
      <td class="govuk-table__cell">{sureWords(row)}</td>
      <td class="govuk-table__cell">
        {evidence === '' ? 'None' : evidence.length > 220 ? `${evidence.slice(0, 219)}…` : evidence}
      </td>
      <td class="govuk-table__cell">
        <Tag colour={state.colour}>{state.words}</Tag>
        {confirmed === undefined ? (
          row.why.length === 0 ? null : (
            <p class="govuk-hint">{row.why[0]}</p>
          )
        ) : (
          ` ${confirmed.by}`
        )}
      </td>
    </tr>
  );
}

export const oneReading = screen({ path: '/self-assessment/read/:reading', access: writers, get, post });
