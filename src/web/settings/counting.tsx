/** What happens when a clock starts on a day off: the Ombudsman's way of counting, or the stricter one. */
import { z } from 'zod';
import { recordChange } from '../../store/change-trail.js';
import { setStartOnDayOff } from '../../store/rules.js';
import { choice } from '../ui/fields.js';
import { Form, type FormState, RadiosField, readForm, Submit, startForm } from '../ui/forms.js';
import { redirect, screen, type Visit } from '../visit.js';
import { settingsPage } from './settings-page.js';

const ways = ['rolls', 'as-it-fell'] as const;
const form = z.object({ way: choice(ways, 'Choose how days are counted') });
const names = { rolls: 'the next working day is day zero', 'as-it-fell': 'the day itself is day zero' } as const;

async function get(visit: Visit) {
  return view(visit, startForm(visit, { way: visit.rules.startOnDayOff }));
}

async function post(visit: Visit) {
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, read.form);
  const { way } = read.value;
  if (way === visit.rules.startOnDayOff) return redirect('/settings/counting', { done: 'Nothing was changed' });
  await visit.db(async (trx) => {
    await setStartOnDayOff(trx, way);
    const words = `A clock that starts on a day off: changed to '${names[way]}'`;
    await recordChange(trx, { about: 'counting', words, by: visit.staff.id });
  });
  return redirect('/settings/counting', { done: 'Saved. All dates were worked out again' });
}

function view(visit: Visit, state: FormState) {
  return settingsPage(
    visit,
    { title: 'How days are counted', form: state, about: ['counting'] },
    <>
      <p class="govuk-body">
        The Code says how many working days there are, not what happens when a complaint arrives on a Saturday. Take a
        complaint received on Saturday 7 March 2026:
      </p>
      <Form visit={visit}>
        <RadiosField
          form={state}
          name="way"
          legend="A clock that starts on a day off"
          items={[
            {
              value: 'rolls',
              text: 'The next working day is day zero',
              hint: 'How the Housing Ombudsman counts in its decisions. Monday 9 March is day zero; acknowledge by Monday 16 March.',
            },
            {
              value: 'as-it-fell',
              text: 'The day itself is day zero',
              hint: 'Stricter, by up to one working day. Acknowledge by Friday 13 March.',
            },
          ]}
        />
        <Submit>Save</Submit>
      </Form>
    </>,
  );
}

export const counting = screen({ path: '/settings/counting', access: ['administrator'], get, post });
