/** A new piece of evidence, with what it says. Begun from a provision, it stands behind that provision at once. */
import { z } from 'zod';
import { findAssessment } from '../../store/assessments.js';
import { addPiece, addVersion, linkEvidence } from '../../store/evidence-library.js';
import { listStaff } from '../../store/staff.js';
import { Form, type FormState, Hidden, readForm, Submit, startForm, typedIn, withErrors } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { redirect, screen, type Visit } from '../visit.js';
import { writers } from './assessment-frame.js';
import { PieceFields, pieceFields, readPiece } from './piece-form.js';
import { chosen, VersionFields, versionFields } from './version-form.js';

const schema = z.object({ ...pieceFields, ...versionFields, for: z.string().default('') });

/** The provision from which somebody came here: its path and nothing else. */
function cameFrom(text: string): { assessment: string; provision: string; path: string } | null {
  const found = /^\/self-assessment\/([0-9a-f-]{36})\/provisions\/(\d+\.\d+)$/.exec(text);
  return found === null ? null : { assessment: found[1] ?? '', provision: found[2] ?? '', path: text };
}

async function get(visit: Visit) {
  const asked = typeof visit.query.for === 'string' ? visit.query.for : '';
  return view(visit, startForm(visit, { for: asked, owner: visit.staff.id }));
}

async function post(visit: Visit) {
  const read = readForm(schema, visit.fields);
  if (!read.ok) return view(visit, read.form);
  const piece = readPiece(read.value);
  if (!piece.ok) return view(visit, withErrors(read.form, piece.errors));
  const said = await chosen(visit, read.value);
  if (!said.ok) return view(visit, withErrors(read.form, said.errors));
  const from = cameFrom(read.value.for);
  const id = await visit.db(async (trx) => {
    const made = await addPiece(trx, piece.piece, visit.staff.id);
    await addVersion(trx, made, { ...(await said.says(trx)), note: read.value.note ?? '' }, visit.staff.id);
    const assessment = from === null ? null : await findAssessment(trx, from.assessment);
    if (from !== null && assessment?.state === 'draft') {
      const to = { assessment: assessment.id, provision: from.provision };
      await linkEvidence(trx, to, [made], visit.staff.id);
    }
    return made;
  });
  return redirect(from?.path ?? `/self-assessment/evidence/${id}`, { done: 'Added to the evidence library' });
}

async function view(visit: Visit, form: FormState) {
  const staff = await visit.db((trx) => listStaff(trx, 'at-work'));
  return page(
    visit,
    {
      title: 'Add a piece of evidence',
      section: 'assessment',
      form,
      back: { href: cameFrom(typedIn(form, 'for'))?.path ?? '/self-assessment/evidence' },
    },
    <Form visit={visit} files>
      <Hidden name="for" value={typedIn(form, 'for')} />
      <PieceFields form={form} staff={staff} />
      <h2 class="govuk-heading-m">What it says</h2>
      <VersionFields form={form} />
      <Submit>Add it</Submit>
    </Form>,
  );
}

export const addOnePiece = screen({ path: '/self-assessment/evidence/add', access: writers, get, post });
