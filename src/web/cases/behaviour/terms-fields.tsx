/** What is restricted, in fields that a proposal and a review share. */
import type { VNode } from 'preact';
import type { Terms } from '../../../complaint/behaviour/rules.js';
import { channelWords, restrictionKindWords } from '../../../complaint/standing-words.js';
import { channels, restrictionKinds, type StaffId } from '../../../facts/happened.js';
import type { RestrictionTermsTold } from '../../../letters/words.js';
import { choices, optionalDay, optionalId, optionalText } from '../../ui/fields.js';
import { CheckboxesField, DateField, type FormState, SelectField, TextareaField } from '../../ui/forms.js';
import { type CaseShown, staffName } from '../case-shown.js';

/** The ways by which somebody can be asked to write or ring; how a contact came in otherwise is nobody's choice. */
const offered = ['email', 'phone', 'letter', 'web-form', 'in-person', 'text-message'] as const;

export const termsFields = {
  kinds: choices(restrictionKinds),
  contact: optionalId(),
  channels: choices(channels),
  how: optionalText(10_000),
  until: optionalDay('the last day'),
  reviewOn: optionalDay('the day of the review'),
};

export interface TermsTyped {
  readonly kinds: readonly (typeof restrictionKinds)[number][];
  readonly contact: string | null;
  readonly channels: readonly (typeof channels)[number][];
  readonly how: string | null;
  readonly until: Terms['until'];
}

export function termsTyped(value: TermsTyped): Terms {
  const { kinds, contact, channels: open, how, until } = value;
  return {
    kinds,
    contact: kinds.includes('single-contact') ? (contact as StaffId | null) : null,
    channels: kinds.includes('channels') ? open : [],
    how: how ?? '',
    until,
  };
}

/** As a letter tells them: with the name of the one person to speak to. */
export function termsTold(terms: Terms, shown: CaseShown): RestrictionTermsTold {
  return { ...terms, contactName: terms.contact === null ? null : staffName(shown, terms.contact) };
}

export function TermsFields({ form, shown }: { readonly form: FormState; readonly shown: CaseShown }): VNode {
  return (
    <>
      <CheckboxesField
        form={form}
        name="kinds"
        legend="What is restricted?"
        hint="The least that will do. Nothing may keep a new repair or a new complaint out."
        items={[
          {
            value: 'single-contact',
            text: restrictionKindWords['single-contact'],
            shows: (
              <SelectField
                form={form}
                name="contact"
                label="Whom do they speak to?"
                none="Choose"
                items={[...shown.staff].map(([value, text]) => ({ value, text }))}
              />
            ),
          },
          {
            value: 'channels',
            text: restrictionKindWords.channels,
            shows: (
              <CheckboxesField
                form={form}
                name="channels"
                legend="Which ways stay open?"
                small
                items={offered.map((value) => ({ value, text: channelWords[value] }))}
              />
            ),
          },
          { value: 'times', text: restrictionKindWords.times },
        ]}
      />
      <TextareaField
        form={form}
        name="how"
        label="What exactly may they do, as they are told?"
        hint="For example: ring Tuesdays and Thursdays between 10 and 12. We answer one e-mail a week."
        rows={4}
      />
      <DateField form={form} name="until" legend="How long does it last? The last day" hint="A year at most" />
      <DateField
        form={form}
        name="reviewOn"
        legend="When is it looked at again?"
        hint="Within a year, and not after the last day"
      />
    </>
  );
}
