/** The fields of an action of the plan. Its day is kept as it is written; where it names a day, it is counted by it. */
import type { VNode } from 'preact';
import { z } from 'zod';
import { provisionsOf } from '../../assess/answers.js';
import { targetFrom } from '../../assess/targets.js';
import { inShortWords } from '../../facts/days.js';
import type { Edition } from '../../law/words.js';
import type { ActionWritten } from '../../store/assessment-actions.js';
import { optionalText, requiredText, tick } from '../ui/fields.js';
import { type FormError, type FormState, TextareaField, TextField, TickField } from '../ui/forms.js';

export const actionSchema = z.object({
  provisions: optionalText(200),
  action: requiredText('Write what is to be done', 5_000),
  lead: requiredText('Enter who sees to it', 200),
  target: requiredText('Enter by when, or ‘tbc’', 100),
  progress: optionalText(5_000),
  mandatory: tick(),
});

/** The provisions that it names, or what is wrong with them. */
export function readAction(
  edition: Edition,
  read: z.output<typeof actionSchema>,
):
  | { readonly ok: true; readonly action: ActionWritten }
  | { readonly ok: false; readonly errors: readonly FormError[] } {
  const named = (read.provisions ?? '').split(/[\s,;]+/).filter((one) => one !== '');
  const known = new Set(provisionsOf(edition).map(({ number }) => number));
  const strange = named.filter((one) => !known.has(one));
  if (strange.length > 0)
    return {
      ok: false,
      errors: [{ field: 'provisions', words: `The Code of ${edition} has no provision ${strange.join(', ')}` }],
    };
  return {
    ok: true,
    action: {
      provisions: [...new Set(named)],
      action: read.action,
      lead: read.lead,
      targetOn: targetFrom(read.target),
      targetWords: read.target,
      progress: read.progress ?? '',
      mandatory: read.mandatory,
    },
  };
}

export function startingAction(action: ActionWritten): Record<string, string | boolean> {
  return {
    provisions: action.provisions.join(', '),
    action: action.action,
    lead: action.lead,
    // In words, so that one box takes both a day and 'tbc'.
    target: action.targetWords || (action.targetOn === null ? '' : inShortWords(action.targetOn)),
    progress: action.progress,
    mandatory: action.mandatory === true,
  };
}

export function ActionFields({ form }: { readonly form: FormState }): VNode {
  return (
    <>
      <TextField
        form={form}
        name="provisions"
        label="For which provisions? (optional)"
        hint="For example, 9.3, 9.6"
        width="one-half"
      />
      <TextareaField form={form} name="action" label="What is to be done?" rows={4} most={5000} />
      <TextField form={form} name="lead" label="Who sees to it?" />
      <TextField
        form={form}
        name="target"
        label="By when?"
        hint="A day like 31 March 2027, a month, or tbc. It is kept as you write it"
        width={20}
      />
      <TextareaField form={form} name="progress" label="Progress (optional)" rows={3} most={5000} />
      <TickField form={form} name="mandatory" label="The Code orders it" />
    </>
  );
}
