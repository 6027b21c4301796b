/** A visit that the resident was offered and that came to nothing. Three of them are needed before access is given up. */
import { z } from 'zod';
import { mayOfferVisit } from '../../../complaint/may/offer-visit.js';
import { accessOutcomeWords } from '../../../complaint/standing-words.js';
import { accessOutcomes } from '../../../facts/happened.js';
import { choice, optionalText, requiredDay } from '../../ui/fields.js';
import { DateField, RadiosField, TextareaField } from '../../ui/forms.js';
import { asked, dayItHappened, HowField, howSent, OnField, promiseChoices } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { PromiseField, whichPromise } from './which.js';

export const offerVisit = actScreen({
  act: 'offer-visit',
  title: 'Record a visit that came to nothing',
  asks: ['promise'],
  schema: (_shown, visit) =>
    z.object({
      promise: whichPromise(),
      visitOn: requiredDay('the day of the visit', { notAfter: visit.today }),
      how: howSent('Choose how the visit was offered'),
      cameOf: choice(accessOutcomes, 'Choose what came of it'),
      text: optionalText(5_000),
      on: dayItHappened(visit),
    }),
  start: (shown, visit) => ({ on: visit.today, promise: asked(visit, 'promise', promiseChoices(shown, 'open')) }),
  fields: ({ form, shown }) => (
    <>
      <PromiseField form={form} items={promiseChoices(shown, 'open')} />
      <DateField form={form} name="visitOn" legend="For which day was it offered?" />
      <HowField form={form} legend="How was the resident told of it?" />
      <RadiosField
        form={form}
        name="cameOf"
        legend="What came of it?"
        items={accessOutcomes.map((value) => ({ value, text: accessOutcomeWords[value] }))}
      />
      <TextareaField form={form} name="text" label="What else is to be known (optional)" rows={3} />
      <OnField form={form} legend="When was it known that it came to nothing?" />
    </>
  ),
  decide: (value, { file, context }) => mayOfferVisit(file.case, value, context),
  button: 'Record the visit',
  done: 'The visit is recorded. Offer another one',
  next: '/promises',
});
