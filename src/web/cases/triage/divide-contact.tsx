/** One message of several matters becomes linked cases of the same day of receipt. */
import { z } from 'zod';
import { mayDivideContact } from '../../../complaint/may/divide-contact.js';
import { optionalText } from '../../ui/fields.js';
import { TextareaField } from '../../ui/forms.js';
import { actScreen } from '../act-screen.js';
import { said } from '../case-shown.js';

const others = ['other1', 'other2', 'other3'] as const;

export const divideContact = actScreen({
  act: 'divide-contact',
  title: 'Divide into several cases',
  schema: z.object({ other1: optionalText(20_000), other2: optionalText(20_000), other3: optionalText(20_000) }),
  fields: ({ form, shown }) => (
    <>
      <p class="govuk-body">
        Each matter that you write here opens a case of its own, received on the same day. What is left stays in this
        case.
      </p>
      <div class="app-words">{said(shown, shown.case.words)}</div>
      {others.map((name, i) => (
        <TextareaField
          key={name}
          form={form}
          name={name}
          label={i === 0 ? 'A matter for a case of its own' : 'Another matter (optional)'}
          rows={4}
        />
      ))}
    </>
  ),
  decide: (value, { file, context }) =>
    mayDivideContact(
      file.case,
      { on: context.today, others: others.flatMap((name) => (value[name] === null ? [] : [{ text: value[name] }])) },
      context,
    ),
  names: { others: 'other1' },
  button: 'Divide',
  done: 'Divided: the new cases are linked to this one and wait for triage',
});
