/** Our understanding, read back by phone or in person: the resident says of each point whether it is right (5.6). */
import { z } from 'zod';
import { mayReadBack, type ReadBackRequest, readablePoints } from '../../../complaint/may/read-back.js';
import { keepReadBack } from '../../../store/read-backs.js';
import { InsetText } from '../../ui/components.js';
import { choice, tick } from '../../ui/fields.js';
import { RadiosField, TextareaField, TickField } from '../../ui/forms.js';
import type { Fields } from '../../visit.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { type CaseShown, said } from '../case-shown.js';
import { stageOf } from './this-point.js';

const hows = ['phone', 'by-hand'] as const;

/** What was ticked for each point; the boxes are named after the points' numbers. */
function answersIn(fields: Fields, shown: CaseShown): ReadBackRequest['points'] {
  return readablePoints(shown.case, stageOf(shown)).flatMap(({ id, number }) => {
    const answer = fields[`said-${number}`];
    const text = fields[`text-${number}`];
    if (answer !== 'right' && answer !== 'wrong') return [];
    return [{ point: id, said: answer, text: typeof text === 'string' ? text.slice(0, 20_000) : null }] as const;
  });
}

export const readBack = actScreen({
  act: 'read-back',
  title: 'Read back our understanding',
  asks: ['definition'],
  schema: (_shown, visit) =>
    z.object({
      how: choice(hows, 'Choose how it was read back'),
      on: dayItHappened(visit, 'the day it was read back'),
      acknowledges: tick(),
      ombudsmanDetails: tick(),
    }),
  start: (_shown, visit) => ({ on: visit.today, how: 'phone' }),
  fields: ({ form, shown }) => {
    const stage = stageOf(shown);
    const unacknowledged = shown.case.stages[stage]?.acknowledgedOn === null;
    const points = readablePoints(shown.case, stage);
    return (
      <>
        <p class="govuk-body">
          Say: ‘I will read you what I have written down, one thing at a time. Please tell me if any of it is wrong.’
        </p>
        {points.length === 0 ? <InsetText text="No point is defined yet. Define them first." /> : null}
        {points.map((point) => (
          <section key={point.id} class="app-point" aria-labelledby={`read-${point.number}`}>
            <h2 class="govuk-heading-m" id={`read-${point.number}`}>
              Point {point.number}
            </h2>
            <p class="govuk-body app-quote">
              ‘You told us: {said(shown, point.definition?.understanding ?? null)}. What you want is:{' '}
              {said(shown, point.definition?.outcomeSought ?? null)}. Is that right?’
            </p>
            <RadiosField
              form={form}
              name={`said-${point.number}`}
              legend={`Point ${point.number}: what did they say?`}
              inline
              items={[
                { value: 'right', text: 'It is right' },
                { value: 'wrong', text: 'It is not right' },
              ]}
            />
            <TextareaField
              form={form}
              name={`text-${point.number}`}
              label="If not: what did they say? In their own words"
              rows={3}
            />
          </section>
        ))}
        <RadiosField
          form={form}
          name="how"
          legend="How was it read back?"
          inline
          items={[
            { value: 'phone', text: 'On the phone' },
            { value: 'by-hand', text: 'In person' },
          ]}
        />
        <OnField form={form} legend="When was it read back?" />
        {unacknowledged ? (
          <>
            <TickField
              form={form}
              name="acknowledges"
              label="This call was our acknowledgement too"
              hint="It counts on its day. The definition still follows in writing"
            />
            <TickField form={form} name="ombudsmanDetails" label="They were told how to reach the Ombudsman" />
          </>
        ) : null}
      </>
    );
  },
  decide: (value, { file, context, visit, shown }) =>
    mayReadBack(file.case, { ...value, stage: stageOf(shown), points: answersIn(visit.fields, shown) }, context),
  extras: (value, visit, shown) => ({
    also: (trx, done) =>
      keepReadBack(trx, {
        caseId: shown.case.id,
        seq: done.version,
        on: value.on,
        how: value.how,
        person: shown.case.person,
        by: visit.staff.id,
        points: answersIn(visit.fields, shown),
      }),
  }),
  button: 'Record what they said',
  done: (value) => (value.acknowledges ? 'Read back, and acknowledged by phone' : 'What they said is with each point'),
  next: '/points',
});
