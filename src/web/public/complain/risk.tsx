/** Whether anybody is at risk, and which hazards it names. An emergency leads to what to ring, and is recorded at once. */
import { z } from 'zod';
import { kindsToChoose } from '../../../complaint/hazards.js';
import { risks } from '../../../complaint/telling/told.js';
import { choice, choices, optionalText } from '../../ui/fields.js';
import { CheckboxesField, RadiosField, TextareaField } from '../../ui/forms.js';
import { questionScreen } from './asking.js';
import { hazardWords } from './told-words.js';

const risk = questionScreen({
  question: 'risk',
  title: (say) => say('Is anybody at risk?'),
  asLegend: true,
  schema: (say) =>
    z.object({
      risk: choice(risks, say('Choose what comes nearest')),
      riskWords: optionalText(5000),
    }),
  start: (told) => ({ risk: told.risk, riskWords: told.riskWords }),
  answer: (value) => ({ risk: value.risk, riskWords: value.riskWords ?? '' }),
  fields: ({ form, say }) => (
    <>
      <RadiosField
        form={form}
        name="risk"
        legend={say('Is anybody at risk?')}
        isHeading
        hint={say('Somebody who is ill, a baby, an older person, or anybody who could be hurt')}
        items={[
          { value: 'now', text: say('Yes, somebody is in danger now') },
          { value: 'if-it-goes-on', text: say('Somebody could come to harm if it goes on') },
          { value: 'no', text: say('No') },
          { value: 'not-sure', text: say('I am not sure') },
        ]}
      />
      <TextareaField
        form={form}
        name="riskWords"
        label={say('If so: who, and how?')}
        hint={say('Only what helps us to act. For example: my son has asthma')}
        rows={4}
      />
    </>
  ),
});

const named = kindsToChoose.filter((kind) => kind !== 'emergency');

const hazards = questionScreen({
  question: 'hazards',
  title: (say) => say('Is it any of these?'),
  asLegend: true,
  schema: () => z.object({ hazards: choices(named) }),
  start: (told) => ({ hazards: told.hazards }),
  answer: (value) => ({ hazards: value.hazards }),
  fields: ({ form, say }) => (
    <CheckboxesField
      form={form}
      name="hazards"
      legend={say('Is it any of these?')}
      isHeading
      hint={say('Choose all that apply, or none. We look at these first.')}
      items={named.map((kind) => ({
        value: kind,
        text: hazardWords(say, kind),
        ...(kind === 'gas' ? { hint: say('If you smell gas now, ring 0800 111 999 first') } : {}),
      }))}
    />
  ),
});

export const riskRoutes = [...risk, ...hazards];
