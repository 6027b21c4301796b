/** A further point: it joins this complaint or becomes a case of its own. Asked, never guessed (6.8). */
import { z } from 'zod';
import { mayRaisePoint } from '../../../complaint/may/raise-point.js';
import { hearerWords } from '../../../complaint/standing-words.js';
import { residentsOf } from '../../../complaint/who.js';
import { channels, hearers, type PersonId } from '../../../facts/happened.js';
import { choice, optionalChoice, optionalDay, optionalId, optionalText, requiredText } from '../../ui/fields.js';
import { DateField, RadiosField, SelectField, TextareaField } from '../../ui/forms.js';
import { ChannelField, dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { personName } from '../case-shown.js';

export const raisePoint = actScreen({
  act: 'raise-point',
  title: 'Raise a further point',
  asks: ['further-points'],
  schema: (_shown, visit) =>
    z.object({
      text: requiredText('Write the point in the resident’s words', 20_000),
      since: optionalDay('the day it began', { notAfter: visit.today }),
      by: optionalId(),
      channel: choice(channels, 'Choose how it reached us'),
      firstHeardBy: choice(hearers, 'Choose who first heard it'),
      goes: optionalChoice(['joins', 'unrelated', 'would-delay', 'response-issued']),
      reason: optionalText(20_000),
      on: dayItHappened(visit, 'the day they raised it'),
    }),
  start: (shown, visit) => ({ on: visit.today, channel: shown.case.channel, firstHeardBy: 'complaints-team' }),
  fields: ({ form, shown }) => {
    const residents = residentsOf(shown.case);
    return (
      <>
        <TextareaField form={form} name="text" label="What is the point? In the resident’s own words" />
        {residents.length > 1 ? (
          <SelectField
            form={form}
            name="by"
            label="Who raised it?"
            none="The resident of the case"
            items={residents.map((id) => ({ value: id, text: personName(shown, id) }))}
          />
        ) : null}
        <DateField form={form} name="since" legend="Since when is it so, if they say? (optional)" />
        <ChannelField form={form} />
        <SelectField
          form={form}
          name="firstHeardBy"
          label="Who first heard it?"
          items={hearers.map((value) => ({ value, text: hearerWords[value] }))}
        />
        <RadiosField
          form={form}
          name="goes"
          legend="Where does it go?"
          items={[
            { value: 'joins', text: 'It joins this complaint', hint: 'It is related, and stage 1 is not answered yet' },
            { value: 'unrelated', text: 'A case of its own: it is about something else' },
            { value: 'would-delay', text: 'A case of its own: it would delay this answer unreasonably' },
            { value: 'response-issued', text: 'A case of its own: stage 1 has been answered' },
          ]}
        />
        <TextareaField
          form={form}
          name="reason"
          label="If it is a case of its own: why"
          hint="In a sentence that the resident could be told"
          rows={3}
        />
        <OnField form={form} legend="When did they raise it?" />
      </>
    );
  },
  decide: ({ goes, reason, by, ...value }, { file, context }) =>
    mayRaisePoint(
      file.case,
      {
        ...value,
        by: by as PersonId | null,
        goes:
          goes === null
            ? null
            : goes === 'joins'
              ? { where: 'joins' }
              : { where: 'new-case', because: goes, reason: reason ?? '' },
      },
      context,
    ),
  button: 'Raise the point',
  done: (value) =>
    value.goes === 'joins'
      ? 'The point is part of this complaint'
      : 'The point is a case of its own now, linked to the one it came with',
  next: (_value, outcome) => {
    const opened = outcome.opened[0];
    return opened === undefined ? '/points' : `/cases/${opened.reference}`;
  },
});
