/** What lay behind it, looked at beyond the single case (9.1, 9.2). */
import { z } from 'zod';
import { mayFindCause } from '../../../complaint/may/find-cause.js';
import type { PointId } from '../../../facts/happened.js';
import { ids, optionalChoice, optionalText } from '../../ui/fields.js';
import { CheckboxesField, SelectField, TextareaField, TextField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { ownPointChoices } from '../points/own-points.js';
import { stageOf } from '../points/this-point.js';
import { causesIn, notOnTheList } from './learning-lists.js';

export const findCause = actScreen({
  act: 'find-cause',
  title: 'Record a cause',
  asks: ['learning'],
  schema: (_shown, visit) =>
    z.object({
      cause: optionalChoice(causesIn(visit.landlord.settings)),
      otherCause: optionalText(120),
      points: ids(),
      text: optionalText(20_000),
      on: dayItHappened(visit, 'the day it was found'),
    }),
  start: (_shown, visit) => ({ on: visit.today }),
  fields: ({ form, shown, visit }) => (
    <>
      <SelectField
        form={form}
        name="cause"
        label="What lay behind it?"
        none="Choose"
        items={causesIn(visit.landlord.settings).map((value) => ({ value, text: value }))}
      />
      <TextField
        form={form}
        name="otherCause"
        label="Or another cause, in a few words"
        hint="If it comes again, ask an administrator to put it on the list, so that it is counted"
        width="two-thirds"
      />
      <CheckboxesField
        form={form}
        name="points"
        legend="Which points does it explain? (optional)"
        items={ownPointChoices(shown, stageOf(shown))}
      />
      <TextareaField form={form} name="text" label="How you know (optional)" rows={3} />
      <OnField form={form} legend="When was it found?" />
    </>
  ),
  decide: (value, { file, context, shown }) =>
    mayFindCause(
      file.case,
      {
        on: value.on,
        stage: stageOf(shown),
        cause: value.otherCause === null ? (value.cause ?? '') : notOnTheList,
        points: value.points as PointId[],
        text: [value.otherCause, value.text].filter((one) => one !== null).join('\n\n') || null,
      },
      context,
    ),
  button: 'Record the cause',
  done: 'The cause is on record',
});
