/** One point that holds several is split, so that each has its own answer (6.7). */
import { z } from 'zod';
import { maySplitPoint } from '../../../complaint/may/split-point.js';
import type { PointId } from '../../../facts/happened.js';
import { optionalText, requiredId, requiredText } from '../../ui/fields.js';
import { RadiosField, TextareaField } from '../../ui/forms.js';
import { asked, dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { said } from '../case-shown.js';
import { ownPointChoices } from './own-points.js';

const parts = ['part1', 'part2', 'part3', 'part4'] as const;

export const splitPoint = actScreen({
  act: 'split-point',
  title: 'Split a point',
  asks: ['every-point-1'],
  schema: (_shown, visit) =>
    z.object({
      point: requiredId('Choose the point'),
      part1: optionalText(20_000),
      part2: optionalText(20_000),
      part3: optionalText(20_000),
      part4: optionalText(20_000),
      reason: requiredText('Write down why it is split', 5_000),
      on: dayItHappened(visit, 'the day it was split'),
    }),
  start: (shown, visit) => ({ on: visit.today, point: asked(visit, 'point', ownPointChoices(shown, 1)) }),
  fields: ({ form, shown }) => (
    <>
      <RadiosField
        form={form}
        name="point"
        legend="Which point?"
        items={ownPointChoices(shown, 1).map((item) => {
          const point = shown.case.points.find(({ id }) => id === item.value);
          return point === undefined
            ? item
            : {
                value: item.value,
                text: `Point ${point.number}`,
                hint: <span class="app-quote">{said(shown, point.words)}</span>,
              };
        })}
      />
      {parts.map((name, i) => (
        <TextareaField
          key={name}
          form={form}
          name={name}
          label={i < 2 ? `Part ${i + 1}, in the resident’s words` : `Part ${i + 1} (optional)`}
          rows={3}
        />
      ))}
      <TextareaField form={form} name="reason" label="Why is it split?" rows={2} />
      <OnField form={form} legend="When was it split?" />
    </>
  ),
  decide: (value, { file, context }) =>
    maySplitPoint(
      file.case,
      {
        on: value.on,
        point: value.point as PointId,
        reason: value.reason,
        into: parts.flatMap((name) => (value[name] === null ? [] : [{ text: value[name] }])),
      },
      context,
    ),
  names: { into: 'part2' },
  button: 'Split it',
  done: 'Split. Each part is now a point to define',
  next: '/points',
});
