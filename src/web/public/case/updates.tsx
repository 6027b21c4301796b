/** How often they hear from us while we work on it, as they want it (5.9). */
import { z } from 'zod';
import { mayAgreeUpdates } from '../../../complaint/may/agree-updates.js';
import { choice } from '../../ui/fields.js';
import { RadiosField } from '../../ui/forms.js';
import { residentScreen } from './resident-screen.js';

const intervals = ['5', '10', '15', '20'] as const;

export const agreeUpdates = residentScreen({
  path: '/updates',
  title: ({ say }) => say('How often do you want to hear from us?'),
  shows: () => null,
  notNow: ({ say, ways }) =>
    ways.updates === null ? say('We are not working on an answer now, so there is nothing to agree.') : null,
  above: ({ say, file, ways }) => {
    const now = file.seen.stages.find(({ stage }) => stage === ways.updates)?.updates ?? null;
    return (
      <p class="govuk-body">
        {now === null
          ? say(
              'While we work on your complaint, we tell you how it stands as often as you choose here, even when nothing has changed.',
            )
          : say('Now you hear from us every {n} working days. You can choose again.', { n: now.everyWorkingDays })}
      </p>
    );
  },
  schema: ({ say }) => z.object({ every: choice(intervals, say('Choose how often')) }),
  start: ({ file, ways }) => ({
    every: String(file.seen.stages.find(({ stage }) => stage === ways.updates)?.updates?.everyWorkingDays ?? ''),
  }),
  fields: ({ form, say }) => (
    <RadiosField
      form={form}
      name="every"
      legend={say('We write or ring')}
      items={[
        { value: '5', text: say('Every week (5 working days)') },
        { value: '10', text: say('Every two weeks (10 working days)') },
        { value: '15', text: say('Every three weeks (15 working days)') },
        { value: '20', text: say('Every four weeks (20 working days)') },
      ]}
    />
  ),
  inViewOf: 'case',
  decide: ({ every }, { file, context, before }) =>
    mayAgreeUpdates(
      file.case,
      {
        on: context.today,
        stage: before.ways.updates ?? 1,
        everyWorkingDays: Number(every),
        agreedWithResident: true,
        note: null,
      },
      context,
    ),
  // The clock of updates runs by itself; an officer sees why.
  arrives: ({ every }) => ({ kind: 'message', note: `They want to hear from us every ${every} working days.` }),
  button: (say) => say('Agree'),
  done: (say, { every }) => say('Agreed: you hear from us at least every {n} working days', { n: every }),
});
