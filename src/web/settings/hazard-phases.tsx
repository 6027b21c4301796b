/** From when the later phases of the law on hazards count: the product knows no day of them, so the landlord records it. */
import { z } from 'zod';
import { hazardKindWords } from '../../complaint/standing-words.js';
import { type Day, inWords } from '../../facts/days.js';
import {
  hazardLawFrom,
  hazardPhases,
  hazardRegulations,
  noPhasesRecorded,
  type PhaseRecorded,
  type PhasesRecorded,
  secondPhaseSaidToBe,
} from '../../law/hazards.js';
import { recordChange } from '../../store/change-trail.js';
import { setHazardPhases } from '../../store/rules.js';
import { optionalDay, optionalText } from '../ui/fields.js';
import {
  DateField,
  Form,
  type FormError,
  type FormState,
  readForm,
  Submit,
  startForm,
  TextField,
  withErrors,
} from '../ui/forms.js';
import { redirect, screen, type Visit } from '../visit.js';
import { settingsPage } from './settings-page.js';

const names = ['second', 'third'] as const;

const form = z.object({
  second: optionalDay('the day on which the second phase came into force', { notBefore: hazardLawFrom }),
  secondSource: optionalText(300),
  third: optionalDay('the day on which the third phase came into force', { notBefore: hazardLawFrom }),
  thirdSource: optionalText(300),
});

async function get(visit: Visit) {
  const { second, third } = visit.rules.hazardPhases ?? noPhasesRecorded;
  const initial = {
    second: second?.from,
    secondSource: second?.source,
    third: third?.from,
    thirdSource: third?.source,
  };
  return view(visit, startForm(visit, initial));
}

async function post(visit: Visit) {
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, read.form);
  const { second, secondSource, third, thirdSource } = read.value;
  const wrong = [...faults('second', second, secondSource), ...faults('third', third, thirdSource)];
  if (wrong.length > 0) return view(visit, withErrors(read.form, wrong));
  const was = visit.rules.hazardPhases ?? noPhasesRecorded;
  const now: PhasesRecorded = { second: recorded(second, secondSource), third: recorded(third, thirdSource) };
  const moved = names.filter((name) => inPlain(was[name]) !== inPlain(now[name]));
  if (moved.length === 0) return redirect('/settings/hazards', { done: 'Nothing was changed' });
  await visit.db(async (trx) => {
    await setHazardPhases(trx, now);
    for (const name of moved) {
      const words = `The ${name} phase of the law on hazards: changed from ${inPlain(was[name])} to ${inPlain(now[name])}`;
      await recordChange(trx, { about: 'counting', words, by: visit.staff.id });
    }
  });
  return redirect('/settings/hazards', { done: 'Saved. The time limits of all hazards were worked out again' });
}

function faults(name: 'second' | 'third', from: Day | null, source: string | null): FormError[] {
  if (from !== null && source === null)
    return [{ field: `${name}Source`, words: 'Say where the day stands, such as the number of the regulations' }];
  if (from === null && source !== null) return [{ field: name, words: 'Enter the day, or leave out where it stands' }];
  return [];
}

function recorded(from: Day | null, source: string | null): PhaseRecorded | null {
  return from === null || source === null ? null : { from, source };
}

function inPlain(phase: PhaseRecorded | null): string {
  return phase === null ? 'no day' : `${inWords(phase.from)} (${phase.source})`;
}

function kindsOf(phase: 1 | 2): string {
  return (hazardPhases[phase]?.kinds ?? []).map((kind) => hazardKindWords[kind].toLowerCase()).join('; ');
}

function view(visit: Visit, state: FormState) {
  return settingsPage(
    visit,
    { title: 'Law on hazards', form: state, about: ['counting'] },
    <>
      <p class="govuk-body">
        The limits of {hazardRegulations} count for damp and mould, and for emergencies of every kind, from{' '}
        {inWords(hazardLawFrom)}. They are to reach other hazards later. Record the day once the law names it: hazards
        that you come to know of from that day on have limits, also those on record already.
      </p>
      <Form visit={visit}>
        <DateField
          form={state}
          name="second"
          legend="From when does the second phase count? (optional)"
          hint={`It covers ${kindsOf(1)}. Public guides name ${inWords(secondPhaseSaidToBe)}: read it in the regulations first. For example, 27 3 2026`}
        />
        <TextField
          form={state}
          name="secondSource"
          label="Where does the day of the second phase stand?"
          hint="The regulations, or where you read it. For example, the number of the amending regulations"
        />
        <DateField
          form={state}
          name="third"
          legend="From when does the third phase count? (optional)"
          hint={`It covers ${kindsOf(2)}. For example, 27 3 2027`}
        />
        <TextField
          form={state}
          name="thirdSource"
          label="Where does the day of the third phase stand?"
          hint="The regulations, or where you read it"
        />
        <Submit>Save</Submit>
      </Form>
    </>,
  );
}

export const hazardPhasesSetting = screen({ path: '/settings/hazards', access: ['administrator'], get, post });
