/** 'I think this is wrong': what was logged as something else becomes a complaint too, of its own, because they say so. */
import { z } from 'zod';
import { mayChooseToComplain } from '../../../complaint/following/choose-to-complain.js';
import { requiredText } from '../../ui/fields.js';
import { TextareaField } from '../../ui/forms.js';
import { residentScreen } from './resident-screen.js';
import { kindSaid } from './words.js';

export const iThinkThisIsWrong = residentScreen({
  path: '/wrong',
  title: ({ say }) => say('I think this is wrong'),
  shows: () => null,
  notNow: ({ say, ways }) =>
    ways.saysItIsWrong ? null : say('This is a complaint already, or we have not decided yet what it is.'),
  above: ({ say, file }) => (
    <>
      <p class="govuk-body">
        {say('We logged what you told us as: {kind}.', {
          kind: say(kindSaid[file.seen.kind ?? 'comment'].title),
        })}
      </p>
      <p class="govuk-body">
        {say(
          'If you are unhappy with what we did or did not do, it is a complaint, and we deal with it as one. What you asked us to do goes on all the same.',
        )}
      </p>
      <p class="govuk-body">
        {say(
          'We also read again what you told us first. If you were unhappy then already, your complaint counts from that day.',
        )}
      </p>
    </>
  ),
  schema: ({ say }) => z.object({ text: requiredText(say('Tell us what you are unhappy about'), 20_000) }),
  fields: ({ form, say }) => (
    <TextareaField
      form={form}
      name="text"
      label={say('What are you unhappy about?')}
      hint={say('In your own words. A sentence is enough.')}
      rows={6}
    />
  ),
  inViewOf: 'case',
  decide: ({ text }, { file, context, person }) =>
    mayChooseToComplain(file.case, { on: context.today, from: person, text, files: [] }, context),
  arrives: ({ text }) => ({ kind: 'chose-to-complain', note: text }),
  onOpened: true,
  button: (say) => say('Make it a complaint'),
  done: (say) => say('It is a complaint now, with a reference of its own'),
});
