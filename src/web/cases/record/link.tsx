/** Two cases that belong together name each other; another landlord’s references lead nowhere (5.12). */
import { z } from 'zod';
import { mayLink } from '../../../complaint/may/link.js';
import { refuse } from '../../../complaint/refusals.js';
import { caseRelationWords } from '../../../complaint/standing-words.js';
import type { CaseRelation } from '../../../facts/happened.js';
import { actWithin } from '../../../store/act.js';
import { readHistory } from '../../../store/case-file.js';
import { isHidden } from '../../../store/staff-concerned.js';
import { choice, optionalText, requiredText } from '../../ui/fields.js';
import { RadiosField, TextareaField, TextField } from '../../ui/forms.js';
import { actScreen } from '../act-screen.js';
import { viewerOf } from '../case-shown.js';

/** What a person may say; the rest is said by the acts that open one case from another. */
const relations = [
  'same-matter',
  'earlier-case',
  'request-behind-this-complaint',
  'complaint-about-this-request',
  'group',
] as const satisfies readonly CaseRelation[];

/** What this case is, seen from the other. */
const seenFromThere: Record<(typeof relations)[number], CaseRelation> = {
  'same-matter': 'same-matter',
  'earlier-case': 'same-matter',
  'request-behind-this-complaint': 'complaint-about-this-request',
  'complaint-about-this-request': 'request-behind-this-complaint',
  group: 'group',
};

export const linkCase = actScreen({
  act: 'link',
  title: 'Link to another case',
  asks: ['record'],
  schema: z.object({
    reference: requiredText('Enter the reference of the other case', 40),
    relation: choice(relations, 'Choose what the other case is'),
    reason: optionalText(5_000),
  }),
  fields: ({ form, shown }) => (
    <>
      <TextField
        form={form}
        name="reference"
        label="Reference of the other case"
        hint={`Like ${shown.case.reference}`}
        width={20}
        autocomplete="off"
        spellcheck={false}
      />
      <RadiosField
        form={form}
        name="relation"
        legend="What is the other case?"
        items={relations.map((value) => ({ value, text: caseRelationWords[value] }))}
      />
      <TextareaField form={form} name="reason" label="Why they belong together (optional)" rows={3} />
    </>
  ),
  decide: async ({ reference, relation, reason }, { file, context, trx, visit }) => {
    const other = await readHistory(trx, reference);
    // One that is kept from them looks like none.
    if (other === null || (await isHidden(trx, other.id, viewerOf(visit))))
      return refuse('no-such-case', 'There is no case with that reference. Check it', { field: 'reference' });
    return mayLink(file.case, { on: context.today, to: other.id, relation, reason }, context);
  },
  extras: ({ reference, relation }, visit) => ({
    also: async (trx, done) => {
      const who = { landlordId: visit.landlord.id, staff: visit.staff.id, roles: visit.staff.roles };
      const request = { ref: reference, expectedVersion: null, now: new Date(visit.now) };
      // The other case says the same of this one. That it does already is no fault, and then nothing is written there.
      await actWithin(trx, who, request, ({ case: c }, context) =>
        mayLink(c, { on: context.today, to: done.caseId, relation: seenFromThere[relation], reason: null }, context),
      );
    },
  }),
  names: { to: 'reference' },
  button: 'Link them',
  done: 'The two cases name each other now',
});
