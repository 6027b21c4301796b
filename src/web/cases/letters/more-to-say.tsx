/** What only some letters ask when they are sent: who was needed for an answer, why an extension is longer than usual. */
import type { VNode } from 'preact';
import type { Staff } from '../../../store/staff.js';
import { CheckboxesField, type FormState, RadiosField, TextareaField } from '../../ui/forms.js';
import type { CaseShown } from '../case-shown.js';
import type { LetterAtWork } from './letter-work.js';

export function MoreToSay({
  draft,
  form,
  staff,
  edition,
}: {
  readonly draft: LetterAtWork['draft']['kind'];
  readonly form: FormState;
  readonly staff: readonly Staff[];
  readonly edition: CaseShown['case']['edition'];
}): VNode | null {
  if (draft === 'stage-1-response' || draft === 'final-response') {
    return (
      <CheckboxesField
        form={form}
        name="involved"
        legend="Who was needed for this answer?"
        hint={
          draft === 'final-response' ? 'All staff whom the final response needed (6.20)' : 'Everybody who worked on it'
        }
        small
        items={staff.map((one) => ({ value: one.id, text: one.name }))}
      />
    );
  }
  if (draft !== 'extension') return null;
  return (
    <>
      <TextareaField
        form={form}
        name="goodReason"
        label="If it is longer than usual: the good reason"
        hint="A manager approves it by sending the letter"
        rows={3}
      />
      {edition === '2024' ? null : (
        <RadiosField
          form={form}
          name="agreed"
          legend="If it is longer than usual: does the resident agree?"
          inline
          items={[
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
          ]}
        />
      )}
    </>
  );
}
