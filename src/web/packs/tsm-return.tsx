/** The return of one year as a sheet: each measure with its number and how it was worked out; freeze it, note it as sent. */
import { z } from 'zod';
import type { Period } from '../../reports/measured.js';
import { stockTypes } from '../../reports/returns/tsm-list.js';
import { mayNotFreeze, type SheetRow, tsmSheet } from '../../reports/returns/tsm-sheet.js';
import { recordChange } from '../../store/change-trail.js';
import { chooseReading, findReturn, type TsmReturn } from '../../store/tsm-returns.js';
import { sheetOf } from '../../store/tsm-sheet-of.js';
import { Button, InsetText, Table, WarningText } from '../ui/components.js';
import { DayText, InstantText } from '../ui/dates.js';
import { choice } from '../ui/fields.js';
import { Form, type FormState, RadiosField, readForm, Submit, startForm, withErrors } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { Scroll } from '../ui/scroll.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../visit.js';
import { yearIn } from './year-of.js';

const readings = ['with-extensions', 'base'] as const;
const form = z.object({ reading: choice(readings, 'Choose how answers in time are counted') });

async function withYear(visit: Visit, work: (year: Period) => Promise<Answer>): Promise<Answer> {
  const year = yearIn(visit);
  return year === null ? notFound : work(year);
}

const get = (visit: Visit) => withYear(visit, async (year) => view(visit, year, startForm(visit)));

const post = (visit: Visit) =>
  withYear(visit, async (year) => {
    if (!visit.may('manager')) return { kind: 'problem', status: 403 };
    const read = readForm(form, visit.fields);
    if (!read.ok) return view(visit, year, read.form);
    const { reading } = read.value;
    const chosen = await visit.db(async (trx) => {
      const done = await chooseReading(trx, year.from, reading);
      if (done)
        await recordChange(trx, {
          about: 'returns',
          words: `The return of ${year.name} counts answers in time ${reading === 'base' ? 'without extensions' : 'with extensions that meet the Code'}`,
          by: visit.staff.id,
        });
      return done;
    });
    if (!chosen)
      return view(
        visit,
        year,
        withErrors(read.form, [{ field: null, words: 'The return is frozen: it stays as it is' }]),
      );
    return redirect(`/reports/returns/tsm/${year.name}`, { done: 'The sheet is counted that way' });
  });

async function view(visit: Visit, year: Period, state: FormState) {
  const { kept, sheet } = await visit.db(async (trx) => {
    const found = await findReturn(trx, year.from);
    return { kept: found, sheet: found.frozen?.sheet ?? (await sheetOf(trx, year, visit.today)) };
  });
  const rows = tsmSheet(sheet);
  const ended = mayNotFreeze(year, visit.today) === null;
  const missing = rows.filter((row) => row.missing).length;
  return page(
    visit,
    {
      title: `Tenant satisfaction measures ${year.name}`,
      section: 'reports',
      wide: true,
      form: state,
      back: { href: '/reports/returns', text: 'Yearly returns' },
    },
    <>
      <Standing kept={kept} ended={ended} year={year} missing={missing} />
      <p class="govuk-body">
        <a class="govuk-link" href={`/reports/returns/tsm/${year.name}/csv`}>
          Download the sheet with its workings (CSV)
        </a>
        , or{' '}
        <a class="govuk-link" href={`/reports/returns/tsm/${year.name}/pdf`}>
          as PDF
        </a>
      </p>
      {stockTypes.map((stock) => {
        const own = rows.filter((row) => row.stock === stock);
        return own.length === 0 ? null : (
          <Sheet key={stock} visit={visit} year={year} rows={own} frozen={kept.frozen !== null} />
        );
      })}
      {visit.may('manager') ? (
        <Acts visit={visit} year={year} kept={kept} ended={ended} state={state} reading={sheet.reading} />
      ) : null}
    </>,
  );
}

function Standing(props: {
  readonly kept: TsmReturn;
  readonly ended: boolean;
  readonly year: Period;
  readonly missing: number;
}) {
  const { kept, ended, year, missing } = props;
  if (kept.frozen !== null)
    return (
      <InsetText>
        Frozen on <InstantText at={kept.frozen.at} />
        {kept.frozen.by === null ? '' : ` by ${kept.frozen.by}`}, from {kept.frozen.entries} entries; history head{' '}
        {kept.frozen.head.slice(0, 12)}…
        {kept.submitted === null ? (
          '. Not noted as sent yet.'
        ) : (
          <>
            . Sent on <DayText day={kept.submitted.on} />: {kept.submitted.note}
          </>
        )}
      </InsetText>
    );
  return (
    <>
      {ended ? null : (
        <WarningText iconFallbackText="Warning">
          The year ends on <DayText day={year.until} />. These figures still move.
        </WarningText>
      )}
      <p class="govuk-body">
        {missing === 0
          ? 'Every row has its figure.'
          : `${missing} ${missing === 1 ? 'row has' : 'rows have'} no figure yet.`}
      </p>
    </>
  );
}

function Sheet(props: {
  readonly visit: Visit;
  readonly year: Period;
  readonly rows: readonly SheetRow[];
  readonly frozen: boolean;
}) {
  const { visit, year, rows, frozen } = props;
  const stock = rows[0]?.stock ?? 'LCRA';
  const name = stock === 'LCRA' ? 'Low cost rented accommodation' : 'Low cost home ownership';
  return (
    <Scroll label={name}>
      <Table
        caption={`${name} (${stock})`}
        captionClasses="govuk-table__caption--m"
        firstCellIsHeader
        head={[
          { text: 'Measure' },
          { text: 'What it measures' },
          { text: 'Result', format: 'numeric' },
          { text: 'How it was worked out' },
        ]}
        rows={rows.map((row) => [
          { text: row.tsm.code },
          { text: row.tsm.words },
          { text: row.shown ?? 'none', format: 'numeric' },
          {
            html: (
              <>
                {row.working}
                {row.figure === null ? null : (
                  <>
                    {' '}
                    <a
                      class="govuk-link"
                      href={`/figures/measures/${row.figure.id}?group=${row.figure.group ?? ''}&reading=${row.figure.reading ?? ''}&from=${year.from}&until=${year.until}`}
                    >
                      The cases<span class="govuk-visually-hidden"> of {row.tsm.code}</span>
                    </a>
                  </>
                )}
                {row.tsm.from === 'other-records' && !frozen && visit.may('manager') ? (
                  <>
                    {' '}
                    <a
                      class="govuk-link"
                      href={`/reports/returns/tsm/${year.name}/enter/${encodeURIComponent(`${row.stock} ${row.tsm.code}`)}`}
                    >
                      Enter
                      <span class="govuk-visually-hidden">
                        {' '}
                        {row.tsm.code} of {row.stock}
                      </span>
                    </a>
                  </>
                ) : null}
              </>
            ),
          },
        ])}
      />
    </Scroll>
  );
}

function Acts(props: {
  readonly visit: Visit;
  readonly year: Period;
  readonly kept: TsmReturn;
  readonly ended: boolean;
  readonly state: FormState;
  readonly reading: string;
}) {
  const { visit, year, kept, ended, state, reading } = props;
  const action = `/reports/returns/tsm/${year.name}`;
  if (kept.frozen !== null)
    return (
      <div class="govuk-button-group">
        {kept.submitted === null ? <Button text="Note that it was sent" href={`${action}/sent`} /> : null}
        <Button text="Publish it" href={`${action}/publish`} classes="govuk-button--secondary" />
      </div>
    );
  const chosen: FormState =
    state.values.reading === undefined ? { ...state, values: { ...state.values, reading } } : state;
  return (
    <>
      <h2 class="govuk-heading-m">How answers in time are counted</h2>
      <Form visit={visit} action={action}>
        <RadiosField
          form={chosen}
          name="reading"
          legend="CH02 counts an answer as in time"
          items={[
            { value: 'with-extensions', text: 'within the Code’s time, or by an extension that meets the Code' },
            { value: 'base', text: 'within the Code’s time without any extension' },
          ]}
        />
        <Submit secondary>Count it that way</Submit>
      </Form>
      {ended ? <Button text="Freeze the return" href={`${action}/freeze`} /> : null}
    </>
  );
}

export const tsmReturn = screen({
  path: '/reports/returns/tsm/:year',
  access: ['manager', 'member-responsible'],
  get,
  post,
});
