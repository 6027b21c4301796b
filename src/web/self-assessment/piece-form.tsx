/** The fields of a piece of evidence: what it is, who looks after it, and for how long it holds. */
import type { VNode } from 'preact';
import { z } from 'zod';
import { evidenceKinds, evidenceKindWords, evidenceRoles, evidenceRoleWords } from '../../assess/evidence-pieces.js';
import type { StaffId } from '../../facts/happened.js';
import type { PieceWritten } from '../../store/evidence-library.js';
import type { Staff } from '../../store/staff.js';
import { choice, optionalChoice, optionalDay, optionalId, optionalText, requiredText } from '../ui/fields.js';
import { DateField, type FormError, type FormState, RadiosField, SelectField, TextField } from '../ui/forms.js';

export const pieceFields = {
  kind: choice(evidenceKinds, 'Choose what it is'),
  title: requiredText('Enter what it is called', 200),
  role: optionalChoice(evidenceRoles),
  holder: optionalText(200),
  owner: optionalId(),
  ownerWords: optionalText(200),
  effective: optionalDay('the first day on which it holds'),
  expires: optionalDay('the last day on which it holds'),
  review: optionalDay('the day of the next review'),
};
const shape = z.object(pieceFields);

export function readPiece(
  read: z.output<typeof shape>,
): { readonly ok: true; readonly piece: PieceWritten } | { readonly ok: false; readonly errors: readonly FormError[] } {
  const errors: FormError[] = [];
  if (read.kind === 'role' && read.role === null) errors.push({ field: 'role', words: 'Choose which role it is' });
  if (read.kind === 'role' && read.holder === null) errors.push({ field: 'holder', words: 'Enter who has the role' });
  if (read.expires !== null && read.effective !== null && read.expires < read.effective)
    errors.push({ field: 'expires', words: 'The last day must be on or after the first day' });
  if (errors.length > 0) return { ok: false, errors };
  const isRole = read.kind === 'role';
  return {
    ok: true,
    piece: {
      kind: read.kind,
      title: read.title,
      role: isRole ? read.role : null,
      holder: isRole ? read.holder : null,
      ownerId: read.owner as StaffId | null,
      ownerWords: read.ownerWords ?? '',
      effectiveOn: read.effective,
      expiresOn: read.expires,
      reviewOn: read.review,
    },
  };
}

export function startingPiece(piece: PieceWritten): Record<string, string | null> {
  return {
    kind: piece.kind,
    title: piece.title,
    role: piece.role,
    holder: piece.holder,
    owner: piece.ownerId,
    ownerWords: piece.ownerWords,
    effective: piece.effectiveOn,
    expires: piece.expiresOn,
    review: piece.reviewOn,
  };
}

export function PieceFields({ form, staff }: { readonly form: FormState; readonly staff: readonly Staff[] }): VNode {
  const role = (
    <>
      <RadiosField
        form={form}
        name="role"
        legend="Which role?"
        small
        items={evidenceRoles.map((one) => ({ value: one, text: evidenceRoleWords[one] }))}
      />
      <TextField form={form} name="holder" label="Who has it?" hint="Their name, as published" />
    </>
  );
  return (
    <>
      <TextField form={form} name="title" label="What is it called?" hint="For example, Complaints policy 2026" />
      <RadiosField
        form={form}
        name="kind"
        legend="What is it?"
        items={evidenceKinds.map((kind) => ({
          value: kind,
          text: evidenceKindWords[kind],
          ...(kind === 'role' ? { shows: role } : {}),
        }))}
      />
      <SelectField
        form={form}
        name="owner"
        label="Who looks after it? (optional)"
        hint="They are reminded before it expires or is to be reviewed"
        none="Nobody who signs in here"
        items={staff.map(({ id, name }) => ({ value: id, text: name }))}
      />
      <TextField form={form} name="ownerWords" label="Or which office? (optional)" />
      <DateField form={form} name="effective" legend="From which day does it hold? (optional)" />
      <DateField form={form} name="expires" legend="Until which day? (optional)" hint="After it, it no longer counts" />
      <DateField form={form} name="review" legend="When is it to be reviewed? (optional)" />
    </>
  );
}
