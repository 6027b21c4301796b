/** What is asked by, done about and published of a paper of an Ombudsman: the same fields when it comes and later. */
import type { VNode } from 'preact';
import { z } from 'zod';
import type { PaperKind } from '../../complaint/ombudsman-paper.js';
import type { StaffId } from '../../facts/happened.js';
import type { Staff } from '../../store/staff.js';
import { optionalChoice, optionalDay, optionalText } from '../ui/fields.js';
import { DateField, type FormState, SelectField, TextareaField, TextField } from '../ui/forms.js';
import type { Visit } from '../visit.js';

export const paperWords: Readonly<Record<PaperKind, string>> = {
  'special-report': 'A special report about us',
  'wider-investigation': 'An investigation beyond single complaints',
  'failure-order': 'A failure order that is about no case',
  'failure-notice': 'A failure notice that is about no case',
  decision: 'A decision that was published',
  'performance-report': 'Its yearly report on our performance',
  other: 'Something else about our work',
};

export const followed = (visit: Visit, staff: readonly Staff[]) =>
  z.object({
    asks: optionalText(4_000),
    dueOn: optionalDay('the day by which it wants that'),
    owner: optionalChoice(staff.map(({ id }) => id)).transform((id) => id as StaffId | null),
    publishedOn: optionalDay('the day it was published', { notAfter: visit.today }),
    publishedWhere: optionalText(500),
  });

export function FollowFields({ form, staff }: { readonly form: FormState; readonly staff: readonly Staff[] }): VNode {
  return (
    <>
      <TextareaField
        form={form}
        name="asks"
        label="What it says or asks of us (optional)"
        hint="Name nobody"
        rows={4}
      />
      <DateField form={form} name="dueOn" legend="By when, if it asks for something? (optional)" />
      <SelectField
        form={form}
        name="owner"
        label="Who sees to it?"
        none="Nobody yet"
        items={staff.map(({ id, name }) => ({ value: id, text: name }))}
      />
      <DateField form={form} name="publishedOn" legend="When was it published, if it was? (optional)" />
      <TextField
        form={form}
        name="publishedWhere"
        label="Where? (optional)"
        hint="Its address, or the page of ours that shows it. For example, https://www.example.org/decision"
      />
    </>
  );
}
