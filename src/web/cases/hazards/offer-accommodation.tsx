/** Somewhere suitable to live while the home can't be made safe in time, at the landlord's cost. */
import { z } from 'zod';
import { mayOfferAccommodation } from '../../../complaint/may/offer-accommodation.js';
import { accommodationAnswerWords } from '../../../complaint/standing-words.js';
import { choice, requiredText } from '../../ui/fields.js';
import { RadiosField, TextareaField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { clockTime, londonInstant } from './london-time.js';
import { AtField, HazardField, startWith, whichHazard } from './which-hazard.js';

const answers = ['moved', 'declined', 'no-answer-yet'] as const;

export const offerAccommodation = actScreen({
  act: 'offer-accommodation',
  title: 'Offer other accommodation',
  schema: (_shown, visit) =>
    z.object({
      hazard: whichHazard(),
      text: requiredText('Say what was offered, where, and from when', 20_000),
      answer: choice(answers, 'Choose what they answered'),
      on: dayItHappened(visit),
      at: clockTime(),
    }),
  start: (shown, visit) => startWith(shown, visit, 'offer-accommodation'),
  fields: ({ form, shown }) => (
    <>
      <HazardField form={form} shown={shown} act="offer-accommodation" />
      <TextareaField
        form={form}
        name="text"
        label="What was offered?"
        hint="Where, from when, for how long; suitable for everybody of the household and what they need. It is at our cost"
        rows={4}
      />
      <RadiosField
        form={form}
        name="answer"
        legend="What did they answer?"
        small
        items={answers.map((value) => ({ value, text: accommodationAnswerWords[value] }))}
      />
      <OnField form={form} legend="When? If they moved, the day they moved" />
      <AtField form={form} label="At what time? (optional)" />
    </>
  ),
  decide: ({ at, ...value }, { file, context }) =>
    mayOfferAccommodation(file.case, { ...value, at: londonInstant(value.on, at) }, context),
  button: 'Record the offer',
  done: 'The offer is on record',
});
