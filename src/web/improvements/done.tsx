/** It is done, with how one can see it. */
import { z } from 'zod';
import { findPiece, listPieces, type Piece } from '../../store/evidence-library.js';
import { finishImprovement, type Improvement } from '../../store/improvements.js';
import { optionalId, requiredDay, requiredText } from '../ui/fields.js';
import {
  DateField,
  Form,
  type FormState,
  readForm,
  SelectField,
  Submit,
  startForm,
  TextareaField,
  withErrors,
} from '../ui/forms.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { improvementAsked, improvementPage, readers } from './frame.js';
import { namesBehind, tellingErrors } from './plan-fields.js';
import { improvementHref } from './words.js';

const schema = (visit: Visit, one: Improvement) =>
  z.object({
    on: requiredDay('the day on which it was done', { notAfter: visit.today, notBefore: one.openedOn }),
    proof: requiredText('Say how one can see that it was done', 5_000),
    piece: optionalId(),
  });

/** Whoever works with cases, or sees to it. */
async function asked(visit: Visit): Promise<Improvement | null> {
  const one = await improvementAsked(visit);
  if (one === null || one.state !== 'open') return null;
  return visit.may('officer', 'investigator', 'reviewer', 'manager') || one.owner === visit.staff.id ? one : null;
}

async function get(visit: Visit) {
  const one = await asked(visit);
  if (one === null) return notFound;
  return view(visit, one, await visit.db(listPieces), startForm(visit, { on: visit.today }));
}

async function post(visit: Visit) {
  const one = await asked(visit);
  if (one === null) return notFound;
  const pieces = await visit.db(listPieces);
  const read = readForm(schema(visit, one), visit.fields);
  if (!read.ok) return view(visit, one, pieces, read.form);
  const { on, proof, piece } = read.value;
  const telling = tellingErrors('proof', proof, await visit.db((trx) => namesBehind(trx, one)));
  if (telling.length > 0) return view(visit, one, pieces, withErrors(read.form, telling));
  const done = await visit.db(async (trx) => {
    if (piece !== null && (await findPiece(trx, piece)) === null) return null;
    return finishImprovement(trx, one, { on, proof, piece, by: visit.staff.id, at: new Date(visit.now) });
  });
  if (done === null)
    return view(visit, one, pieces, withErrors(read.form, [{ field: 'piece', words: 'Choose one of the list' }]));
  if (!done)
    return view(visit, one, pieces, withErrors(read.form, [{ field: null, words: 'Somebody else said so meanwhile' }]));
  return redirect(improvementHref(one), { done: `Done. It is to be reviewed in ${one.weeks} weeks from that day` });
}

function view(visit: Visit, one: Improvement, pieces: readonly Piece[], form: FormState) {
  return improvementPage(
    visit,
    one,
    { title: 'It is done', form },
    <Form visit={visit}>
      <DateField
        form={form}
        name="on"
        legend="On which day was it done?"
        hint="From this day on the complaints are counted as after it"
      />
      <TextareaField form={form} name="proof" label="How can one see it?" rows={4} most={5000} />
      {pieces.length === 0 ? null : (
        <SelectField
          form={form}
          name="piece"
          label="Evidence from the library (optional)"
          none="None"
          items={pieces.map(({ id, title }) => ({ value: id, text: title }))}
        />
      )}
      <Submit>It is done</Submit>
    </Form>,
  );
}

export const finishOne = screen({ path: '/improvements/:improvement/done', access: readers, get, post });
