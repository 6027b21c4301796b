/** A figure of the return whose records are elsewhere: gas checks, repairs, antisocial behaviour. */
import { z } from 'zod';
import { type StockType, stockTypes, type Tsm, tsmList } from '../../reports/returns/tsm-list.js';
import { recordChange } from '../../store/change-trail.js';
import { findReturn, typedFigures, typeFigure } from '../../store/tsm-returns.js';
import { requiredText, wholeNumber } from '../ui/fields.js';
import { Form, type FormState, readForm, Submit, startForm, TextField, withErrors } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../visit.js';
import { yearIn } from './year-of.js';

const most = 2_000_000;
const form = z.object({
  numerator: wholeNumber('Enter how many were counted, as a whole number', { min: 0, max: most }),
  denominator: wholeNumber('Enter out of how many, as a whole number', { min: 0, max: most }),
  source: requiredText('Enter the record that it comes from', 300),
});

interface Asked {
  readonly tsm: Tsm;
  readonly stock: StockType;
}

async function withFigure(
  visit: Visit,
  work: (asked: Asked, year: { name: string; from: NonNullable<ReturnType<typeof yearIn>>['from'] }) => Promise<Answer>,
) {
  const year = yearIn(visit);
  const [kind = '', ...rest] = (visit.params.figure ?? '').split(' ');
  const stock = stockTypes.find((one) => one === kind);
  const tsm = tsmList.find((one) => one.code === rest.join(' ') && one.from === 'other-records');
  if (year === null || stock === undefined || tsm === undefined || (stock === 'LCHO' && !tsm.ofLcho)) return notFound;
  return work({ tsm, stock }, year);
}

const get = (visit: Visit) =>
  withFigure(visit, async (asked, year) => {
    const known = await visit.db((trx) => typedFigures(trx, year.from));
    const before = known.find((one) => one.code === asked.tsm.code && one.stock === asked.stock);
    return view(visit, asked, year.name, startForm(visit, { ...before }));
  });

const post = (visit: Visit) =>
  withFigure(visit, async (asked, year) => {
    const read = readForm(form, visit.fields);
    if (!read.ok) return view(visit, asked, year.name, read.form);
    const { numerator, denominator, source } = read.value;
    if (asked.tsm.value === 'percentage' && numerator > denominator)
      return view(
        visit,
        asked,
        year.name,
        withErrors(read.form, [{ field: 'numerator', words: 'More were counted than there are: check both numbers' }]),
      );
    const frozen = await visit.db(async (trx) => {
      if ((await findReturn(trx, year.from)).frozen !== null) return true;
      await typeFigure(
        trx,
        year.from,
        { code: asked.tsm.code, stock: asked.stock, numerator, denominator, source },
        visit.staff.id,
      );
      await recordChange(trx, {
        about: 'returns',
        words: `${asked.tsm.code} of ${asked.stock} for ${year.name} entered as ${numerator} of ${denominator}`,
        by: visit.staff.id,
      });
      return false;
    });
    return redirect(`/reports/returns/tsm/${year.name}`, {
      done: frozen ? 'The return is frozen: nothing was changed' : `${asked.tsm.code} entered`,
    });
  });

function view(visit: Visit, { tsm, stock }: Asked, year: string, state: FormState) {
  return page(
    visit,
    {
      title: `${tsm.code}: ${tsm.words}`,
      caption: `${stock}, ${year}`,
      section: 'reports',
      form: state,
      back: { href: `/reports/returns/tsm/${year}`, text: 'The return' },
    },
    <Form visit={visit} action={`/reports/returns/tsm/${year}/enter/${encodeURIComponent(`${stock} ${tsm.code}`)}`}>
      <TextField
        form={state}
        name="numerator"
        label={tsm.value === 'percentage' ? 'How many meet it' : 'How many there were'}
        inputmode="numeric"
        width={10}
      />
      <TextField
        form={state}
        name="denominator"
        label={tsm.value === 'percentage' ? 'Out of how many' : 'Homes owned'}
        inputmode="numeric"
        width={10}
      />
      <TextField form={state} name="source" label="The record it comes from" autocomplete="off" />
      <Submit>Enter the figure</Submit>
    </Form>,
  );
}

export const enterTsmFigure = screen({
  path: '/reports/returns/tsm/:year/enter/:figure',
  access: ['manager'],
  get,
  post,
});
