/**
 * The choice to complain (1.3): whoever is dissatisfied says whether it is looked into and answered as a complaint. In
 * words that say what each choice means, so that nobody has to know what a complaint is.
 */
import { z } from 'zod';
import { choicesToComplain } from '../../../complaint/telling/told.js';
import { choice } from '../../ui/fields.js';
import { RadiosField } from '../../ui/forms.js';
import { questionScreen } from './asking.js';

const toldBefore = questionScreen({
  question: 'before',
  title: (say) => say('Have you asked us for this before?'),
  asLegend: true,
  schema: (say) => z.object({ toldBefore: choice(['yes', 'no'], say('Choose yes or no')) }),
  start: (told) => ({ toldBefore: told.toldBefore === null ? '' : told.toldBefore ? 'yes' : 'no' }),
  answer: (value) => ({ toldBefore: value.toldBefore === 'yes' }),
  fields: ({ form, say }) => (
    <RadiosField
      form={form}
      name="toldBefore"
      legend={say('Have you asked us for this before?')}
      isHeading
      items={[
        { value: 'yes', text: say('Yes, and I am not happy with what became of it') },
        { value: 'no', text: say('No, this is the first time') },
      ]}
    />
  ),
});

const choose = questionScreen({
  question: 'choice',
  title: (say) => say('What do you want us to do about it?'),
  asLegend: true,
  schema: (say) => z.object({ choice: choice(choicesToComplain, say('Choose what you want us to do')) }),
  start: (told) => ({ choice: told.choice }),
  answer: (value) => ({ choice: value.choice }),
  fields: ({ form, say, told }) => (
    <RadiosField
      form={form}
      name="choice"
      legend={
        told.teller === 'member' || told.teller === 'for-someone'
          ? say('What do they want us to do about it?')
          : say('What do you want us to do about it?')
      }
      isHeading
      items={[
        {
          value: 'complain',
          text: say('Look into what went wrong, put it right, and answer in writing by a set date'),
          hint: say('We call that a complaint. If our answer is not good enough, it can go to the Housing Ombudsman'),
        },
        {
          value: 'not-complain',
          text: say('Only put it right'),
          hint: say('The choice stays open: tell us at any time if you want it looked into'),
        },
        {
          value: 'no-answer-yet',
          text: say('I do not know yet'),
          hint: say('A person reads it and asks, and begins meanwhile'),
        },
      ]}
    />
  ),
});

export const chooseRoutes = [...toldBefore, ...choose];
