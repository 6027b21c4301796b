/** A warning, in a letter of its own: what happened, what has to change. It comes before anything is restricted (5.14). */
import { z } from 'zod';
import { mayWarn } from '../../../complaint/may/warn.js';
import type { PersonId } from '../../../facts/happened.js';
import type { Matter } from '../../../letters/words.js';
import { readBehaviourRecord } from '../../../store/behaviour.js';
import { InsetText } from '../../ui/components.js';
import { requiredText } from '../../ui/fields.js';
import { TextareaField } from '../../ui/forms.js';
import { actScreen } from '../act-screen.js';
import { entriesOf, said } from '../case-shown.js';
import { mayBeginLetter, toTheLetter } from '../letters/begin.js';
import { draftTo } from './behaviour-letter.js';
import { onlyPerson, PersonField, personField } from './person-field.js';

interface Value {
  readonly person: string;
  readonly what: string;
  readonly asks: string;
}

const matterOf = ({ person, what, asks }: Value): Matter => ({
  kind: 'behaviour-warning',
  person: person as PersonId,
  what,
  asks,
});

export const warn = actScreen({
  act: 'warn',
  title: 'Warn about behaviour',
  asks: ['behaviour', 'equality'],
  schema: (shown) =>
    z.object({
      person: personField(shown),
      what: requiredText('Write down what happened, as they are told', 10_000),
      asks: requiredText('Write down what has to change', 10_000),
    }),
  start: (shown) => ({
    person: onlyPerson(shown),
    what: said(shown, entriesOf(shown, 'BehaviourIncidentRecorded').at(-1)?.what.words ?? null),
  }),
  fields: ({ form, shown }) => (
    <>
      <InsetText text="Think first: is a disability, a health condition or what we did ourselves behind it? An adjustment may help more than a warning. A warning restricts nothing." />
      <PersonField form={form} shown={shown} legend="Who is warned?" />
      <TextareaField form={form} name="what" label="What happened? As they are told" rows={5} />
      <TextareaField form={form} name="asks" label="What has to change?" rows={3} />
    </>
  ),
  decide: async (value, { file, context, trx }) => {
    const person = value.person as PersonId;
    const record = await readBehaviourRecord(trx, person, context.today);
    const wouldBe = mayWarn(file.case, { on: context.today, person, text: value.asks, record, letter: null }, context);
    return mayBeginLetter(file.case, matterOf(value), wouldBe, context);
  },
  extras: (value, visit, shown) => draftTo(value.person as PersonId, matterOf(value), visit, shown),
  button: 'Write the warning',
  done: 'The letter is begun. They are warned when it is sent',
  next: (_value, outcome) => toTheLetter(outcome),
});
