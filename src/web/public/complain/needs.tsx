/** What somebody needs so that complaining is no harder for them than for others (Equality Act 2010, and 5.10). */
import { z } from 'zod';
import { type AdjustmentKind, adjustmentKinds } from '../../../facts/happened.js';
import { choices, optionalText } from '../../ui/fields.js';
import { CheckboxesField, TextareaField, TextField } from '../../ui/forms.js';
import type { Say } from '../site/say.js';
import { questionScreen } from './asking.js';

export function adjustmentWords(say: Say, kind: AdjustmentKind): string {
  switch (kind) {
    case 'large-print':
      return say('Large print');
    case 'coloured-background':
      return say('Coloured paper');
    case 'plain-text':
      return say('Plain text, by email');
    case 'easy-read':
      return say('Easy read');
    case 'audio':
      return say('A recording instead of a letter');
    case 'braille':
      return say('Braille');
    case 'bsl':
      return say('British Sign Language');
    case 'translation':
      return say('Letters in another language');
    case 'interpreter':
      return say('An interpreter');
    case 'phone-not-letter':
      return say('Ring me, do not write');
    case 'no-phone':
      return say('Do not ring me');
    case 'extra-time':
      return say('More time to answer you');
    case 'visit-in-person':
      return say('A visit');
    case 'someone-with-me':
      return say('Somebody with me when we speak');
    case 'other':
      return say('Something else');
    default:
      return kind satisfies never;
  }
}

const adjustments = questionScreen({
  question: 'adjustments',
  title: (say) => say('What would make this easier for you?'),
  asLegend: true,
  schema: () =>
    z.object({
      adjustments: choices(adjustmentKinds),
      language: optionalText(60),
      adjustmentWords: optionalText(3000),
    }),
  start: (told) => ({
    adjustments: told.adjustments,
    language: told.language,
    adjustmentWords: told.adjustmentWords,
  }),
  answer: (value) => ({
    adjustments: value.adjustments,
    language: value.language ?? '',
    adjustmentWords: value.adjustmentWords ?? '',
  }),
  fields: ({ form, say }) => (
    <>
      <CheckboxesField
        form={form}
        name="adjustments"
        legend={say('What would make this easier for you?')}
        isHeading
        hint={say('You need to prove nothing. Choose none if letters and calls suit you.')}
        items={[...adjustmentKinds.filter((kind) => kind !== 'other'), 'other' as const].map((value) => ({
          value,
          text: adjustmentWords(say, value),
        }))}
      />
      <TextField form={form} name="language" label={say('If in another language: which?')} width={20} />
      <TextareaField form={form} name="adjustmentWords" label={say('Anything else that helps')} rows={3} />
    </>
  ),
});

export const needsRoutes = [...adjustments];
