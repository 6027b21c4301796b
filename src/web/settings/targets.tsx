/** Where the landlord wants to be faster than the Code. Slower cannot be set: the Code's dates stand. */
import { z } from 'zod';
import type { Targets } from '../../complaint/clocks.js';
import { recordChange } from '../../store/change-trail.js';
import { setTargets } from '../../store/rules.js';
import { workingDays } from '../ui/dates.js';
import { optionalWholeNumber } from '../ui/fields.js';
import { Form, type FormState, readForm, Submit, startForm, TextField } from '../ui/forms.js';
import { redirect, screen, type Visit } from '../visit.js';
import { settingsPage } from './settings-page.js';

/** The most that the 2024 Code allows. */
const limits = {
  stage1Acknowledgement: { most: 5, words: 'Acknowledge a complaint', from: 'from receipt', provision: '6.2' },
  stage1Response: { most: 10, words: 'Answer at stage 1', from: 'from the acknowledgement', provision: '6.3' },
  stage2Acknowledgement: {
    most: 5,
    words: 'Acknowledge a request for stage 2',
    from: 'from the request',
    provision: '6.11',
  },
  stage2Response: { most: 20, words: 'Answer at stage 2', from: 'from the acknowledgement', provision: '6.14' },
} as const;
const names = Object.keys(limits) as (keyof typeof limits)[];

const form = z.object({
  stage1Acknowledgement: optionalWholeNumber({ min: 1, max: 5 }),
  stage1Response: optionalWholeNumber({ min: 1, max: 10 }),
  stage2Acknowledgement: optionalWholeNumber({ min: 1, max: 5 }),
  stage2Response: optionalWholeNumber({ min: 1, max: 20 }),
});

async function get(visit: Visit) {
  return view(visit, startForm(visit, { ...visit.rules.targets }));
}

async function post(visit: Visit) {
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, read.form);
  const targets: Targets = read.value;
  const was = visit.rules.targets;
  await visit.db(async (trx) => {
    await setTargets(trx, targets);
    for (const name of names.filter((one) => was[one] !== targets[one])) {
      const words = `Target to ${limits[name].words.toLowerCase()} changed from ${inWords(was[name])} to ${inWords(targets[name])}`;
      await recordChange(trx, { about: 'target', words, by: visit.staff.id });
    }
  });
  return redirect('/settings/targets', { done: 'Targets saved' });
}

const inWords = (target: number | null) => (target === null ? 'none' : workingDays(target));

function view(visit: Visit, state: FormState) {
  return settingsPage(
    visit,
    { title: 'Targets', form: state, about: ['target'] },
    <>
      <p class="govuk-body">
        A target is shown beside the Code’s date, on open cases at once. It never replaces the Code’s date and is in
        none of the figures that the Code asks for.
      </p>
      <Form visit={visit}>
        {names.map((name) => (
          <TextField
            key={name}
            form={state}
            name={name}
            label={limits[name].words}
            hint={`The Code (${limits[name].provision}) gives ${workingDays(limits[name].most)} ${limits[name].from}. Leave empty for no target.`}
            width={3}
            inputmode="numeric"
            suffix={{ text: 'working days' }}
          />
        ))}
        <Submit>Save</Submit>
      </Form>
    </>,
  );
}

export const targets = screen({ path: '/settings/targets', access: ['administrator'], get, post });
