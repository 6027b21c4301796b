/** It is done, with how one can see it. */
import { z } from 'zod';
import type { Stored } from '../../store/documents.js';
import { findPiece, listPieces, type Piece } from '../../store/evidence-library.js';
import { finishImprovement } from '../../store/improvement-changes.js';
import { addProofFiles, whyNoProof } from '../../store/improvement-proof.js';
import type { Improvement } from '../../store/improvements.js';
import { optionalId, requiredDay, requiredText } from '../ui/fields.js';
import {
  DateField,
  Form,
  type FormError,
  type FormState,
  readForm,
  SelectField,
  Submit,
  startForm,
  TextareaField,
  withErrors,
} from '../ui/forms.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { whoActs } from '../who-acts.js';
import { improvementAsked, improvementPage, readers, worksOn } from './frame.js';
import { filesArrived, ProofField } from './proof.js';
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
  return worksOn(visit, one) ? one : null;
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
  const arrived = await filesArrived(visit, one);
  const { stored } = arrived;
  const read = readForm(schema(visit, one), visit.fields);
  if (!read.ok || arrived.errors.length > 0)
    return view(visit, one, pieces, withErrors(read.form, arrived.errors), stored);
  const { on, proof, piece } = read.value;
  const hand = { by: visit.staff.id, at: new Date(visit.now) };
  const wrong = await visit.db(async (trx): Promise<readonly FormError[]> => {
    if (piece !== null && (await findPiece(trx, piece)) === null)
      return [{ field: 'piece', words: 'Choose one of the list' }];
    const against = stored.length === 0 ? null : await whyNoProof(trx, one.id, stored.length);
    if (against !== null) return [against];
    const refusals = await finishImprovement(trx, whoActs(visit), { id: one.id, on, proof, piece, now: hand.at });
    if (refusals.length > 0) return refusals;
    if (stored.length > 0) await addProofFiles(trx, one.id, { folder: visit.house.files, stored }, hand);
    return [];
  });
  if (wrong.length > 0) return view(visit, one, pieces, withErrors(read.form, wrong), stored);
  return redirect(improvementHref(one), { done: `Done. It is to be reviewed in ${one.weeks} weeks from that day` });
}

function view(
  visit: Visit,
  one: Improvement,
  pieces: readonly Piece[],
  form: FormState,
  stored: readonly Stored[] = [],
) {
  return improvementPage(
    visit,
    one,
    { title: 'It is done', form },
    <Form visit={visit} files>
      <DateField
        form={form}
        name="on"
        legend="On which day was it done?"
        hint="From this day on the complaints are counted as after it"
      />
      <TextareaField form={form} name="proof" label="How can one see it?" rows={4} most={5000} />
      <ProofField form={form} visit={visit} stored={stored} label="Files that show it (optional)" />
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
