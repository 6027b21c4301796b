/** A remedy of one of the eight kinds of the Code: what, for which points, and by when (7.1, 7.3). */
import { z } from 'zod';
import { mayOfferRemedy } from '../../../complaint/may/offer-remedy.js';
import { remedyKindWords } from '../../../complaint/standing-words.js';
import { remedyKinds } from '../../../facts/happened.js';
import { compensationIn } from '../../../store/compensation-settings.js';
import { choice, optionalDay, optionalPounds, optionalText, requiredText } from '../../ui/fields.js';
import { DateField, RadiosField, TextareaField, TextField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { actPath } from '../acts.js';
import { PointsField, StageField, stageNow, whichPoints, whichStage } from './which.js';

export const offerRemedy = actScreen({
  act: 'offer-remedy',
  title: 'Offer a remedy',
  asks: ['remedy-kinds', 'promise'],
  schema: (_shown, visit) =>
    z.object({
      kind: choice(remedyKinds, 'Choose what kind of remedy it is'),
      pence: optionalPounds(),
      text: requiredText('Write down what is offered', 20_000),
      impact: optionalText(20_000),
      points: whichPoints(),
      dueOn: optionalDay('the day by which it will be done'),
      stage: whichStage(),
      on: dayItHappened(visit, 'the day it was offered'),
    }),
  start: (shown, visit) => {
    const { point } = visit.query;
    return {
      on: visit.today,
      stage: String(stageNow(shown)),
      points: typeof point === 'string' ? [point] : [],
    };
  },
  fields: ({ form, shown }) => (
    <>
      <RadiosField
        form={form}
        name="kind"
        legend="What is offered?"
        items={remedyKinds.map((value) => ({ value, text: remedyKindWords[value] }))}
      />
      <TextField
        form={form}
        name="pence"
        label="Amount, if it is compensation or another sum"
        hint={
          <>
            Leave it empty for every other kind. Money that a second person approves is{' '}
            <a class="govuk-link" href={actPath(shown.case.reference, 'work-out-compensation')}>
              worked out by head
            </a>
            .
          </>
        }
        width={10}
        inputmode="decimal"
        prefix={{ text: '£' }}
      />
      <TextareaField
        form={form}
        name="text"
        label="In words that the resident will read"
        hint="What will happen, and why it puts this right"
        rows={4}
      />
      <TextareaField
        form={form}
        name="impact"
        label="What it meant for the resident, which this answers"
        hint="For example: you slept in the living room for six weeks"
        rows={3}
      />
      <PointsField form={form} shown={shown} />
      <DateField
        form={form}
        name="dueOn"
        legend="By when will it be done?"
        hint="An apology in the letter itself needs none. For example, 27 3 2026"
      />
      <StageField form={form} shown={shown} />
      <OnField form={form} legend="When was it offered?" />
    </>
  ),
  decide: (value, { file, context, visit }) =>
    mayOfferRemedy(file.case, { ...value, aloneUpTo: compensationIn(visit.landlord.settings).aloneUpTo }, context),
  button: 'Offer the remedy',
  done: 'The remedy is recorded',
  next: '/promises',
});
