/** What is done to a piece of evidence: changed, given a new version, reviewed; and its file, opened. */

import { z } from 'zod';
import { addReview, addVersion, changePiece, type Piece, versionsOfPiece } from '../../store/evidence-library.js';
import { listStaff } from '../../store/staff.js';
import { fileScreens } from '../files/file-screens.js';
import { choice, optionalDay, optionalText, requiredDay, wholeNumber } from '../ui/fields.js';
import {
  DateField,
  Form,
  type FormState,
  Hidden,
  RadiosField,
  readForm,
  Submit,
  startForm,
  TextareaField,
  typedIn,
  withErrors,
} from '../ui/forms.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { writers } from './assessment-frame.js';
import { pieceAsked, pieceHref, piecePage } from './piece.js';
import { PieceFields, pieceFields, readPiece, startingPiece } from './piece-form.js';
import { chosen, VersionFields, versionFields } from './version-form.js';

const changeSchema = z.object({ ...pieceFields, version: wholeNumber('', { min: 1, max: 1_000_000 }) });
const versionSchema = z.object(versionFields);
const reviewSchema = (visit: Visit) =>
  z.object({
    on: requiredDay('the day of the review', { notAfter: visit.today }),
    holds: choice(['yes', 'no'], 'Choose whether it still holds'),
    note: optionalText(2_000),
    next: optionalDay('the day of the next review'),
  });

async function getChange(visit: Visit) {
  const piece = await pieceAsked(visit);
  if (piece === null) return notFound;
  return viewChange(visit, piece, startForm(visit, { ...startingPiece(piece), version: piece.version }));
}

async function postChange(visit: Visit) {
  const piece = await pieceAsked(visit);
  if (piece === null) return notFound;
  const read = readForm(changeSchema, visit.fields);
  if (!read.ok) return viewChange(visit, piece, read.form);
  const made = readPiece(read.value);
  if (!made.ok) return viewChange(visit, piece, withErrors(read.form, made.errors));
  const done = await visit.db((trx) =>
    changePiece(trx, piece.id, { ...made.piece, expected: read.value.version }, visit.staff.id),
  );
  if (done) return redirect(pieceHref(piece), { done: 'Saved' });
  const now = (await pieceAsked(visit)) ?? piece;
  const words =
    'Somebody else changed it while you were writing. What you typed is kept: look at what it says now, then save again';
  return viewChange(
    visit,
    now,
    withErrors({ values: { ...read.form.values, version: String(now.version) }, errors: [] }, [{ field: null, words }]),
  );
}

async function viewChange(visit: Visit, piece: Piece, form: FormState) {
  const staff = await visit.db((trx) => listStaff(trx, 'at-work'));
  return piecePage(
    visit,
    piece,
    'Change a piece of evidence',
    form,
    <Form visit={visit}>
      <Hidden name="version" value={typedIn(form, 'version')} />
      <PieceFields form={form} staff={staff} />
      <Submit>Save</Submit>
    </Form>,
  );
}

async function getVersion(visit: Visit) {
  const piece = await pieceAsked(visit);
  return piece === null ? notFound : viewVersion(visit, piece, startForm(visit));
}

async function postVersion(visit: Visit) {
  const piece = await pieceAsked(visit);
  if (piece === null) return notFound;
  const read = readForm(versionSchema, visit.fields);
  if (!read.ok) return viewVersion(visit, piece, read.form);
  const said = await chosen(visit, read.value);
  if (!said.ok) return viewVersion(visit, piece, withErrors(read.form, said.errors));
  const number = await visit.db(async (trx) =>
    addVersion(trx, piece.id, { ...(await said.says(trx)), note: read.value.note ?? '' }, visit.staff.id),
  );
  return redirect(pieceHref(piece), { done: `Version ${number} added` });
}

function viewVersion(visit: Visit, piece: Piece, form: FormState) {
  return piecePage(
    visit,
    piece,
    'Add a version',
    form,
    <Form visit={visit} files>
      <p class="govuk-body">The versions before stay as they are.</p>
      <VersionFields form={form} />
      <Submit>Add the version</Submit>
    </Form>,
  );
}

async function getReview(visit: Visit) {
  const piece = await pieceAsked(visit);
  return piece === null ? notFound : viewReview(visit, piece, startForm(visit, { on: visit.today }));
}

async function postReview(visit: Visit) {
  const piece = await pieceAsked(visit);
  if (piece === null) return notFound;
  const read = readForm(reviewSchema(visit), visit.fields);
  if (!read.ok) return viewReview(visit, piece, read.form);
  const { on, holds, note, next } = read.value;
  if (next !== null && next <= on)
    return viewReview(
      visit,
      piece,
      withErrors(read.form, [{ field: 'next', words: 'The next review must be after this one' }]),
    );
  await visit.db((trx) =>
    addReview(trx, piece.id, { on, stillHolds: holds === 'yes', note: note ?? '', nextOn: next }, visit.staff.id),
  );
  return redirect(pieceHref(piece), { done: 'Review recorded' });
}

function viewReview(visit: Visit, piece: Piece, form: FormState) {
  return piecePage(
    visit,
    piece,
    'Record a review',
    form,
    <Form visit={visit}>
      <p class="govuk-body">{piece.title}</p>
      <RadiosField
        form={form}
        name="holds"
        legend="Does it still hold?"
        items={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No', hint: 'It counts as evidence again once a later review says so' },
        ]}
      />
      <DateField form={form} name="on" legend="On which day was it reviewed?" />
      <TextareaField form={form} name="note" label="What was found? (optional)" rows={4} most={2000} />
      <DateField form={form} name="next" legend="When is the next review? (optional)" />
      <Submit>Record the review</Submit>
    </Form>,
  );
}

const path = '/self-assessment/evidence/:piece';
export const pieceChanges = [
  ...screen({ path: `${path}/change`, access: writers, get: getChange, post: postChange }),
  ...screen({ path: `${path}/version`, access: writers, get: getVersion, post: postVersion }),
  ...screen({ path: `${path}/review`, access: writers, get: getReview, post: postReview }),
  ...fileScreens(`${path}/files/:file`, 'signed-in', async (trx, visit) => {
    const { file = '' } = visit.params;
    const piece = /^[0-9a-f]{64}$/.test(file) ? await pieceAsked(visit) : null;
    if (piece === null || !(await versionsOfPiece(trx, piece.id)).some((version) => version.file === file)) return null;
    const back = { href: `/self-assessment/evidence/${piece.id}`, text: 'Back to the evidence' };
    return { file, caseId: null, title: piece.title, section: 'assessment', back };
  }),
];
