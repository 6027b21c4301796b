/** Who proposes a restriction of contact, who decides it, how soon an appeal is answered, who may read safety markers. */
import { z } from 'zod';
import { caseWorkers } from '../../complaint/roles.js';
import { behaviourIn, writeBehaviourSetting } from '../../store/behaviour.js';
import { recordChange } from '../../store/change-trail.js';
import { workingDays } from '../ui/dates.js';
import { choice, choices, optionalWholeNumber } from '../ui/fields.js';
import {
  CheckboxesField,
  Form,
  type FormState,
  RadiosField,
  readForm,
  Submit,
  startForm,
  TextField,
  withRefusals,
} from '../ui/forms.js';
import { roleHints, roleNames } from '../ui/role-words.js';
import { redirect, screen, type Visit } from '../visit.js';
import { settingsPage } from './settings-page.js';

const form = z.object({
  proposes: choice(caseWorkers, 'Choose who proposes a restriction'),
  decides: choice(caseWorkers, 'Choose who decides it'),
  seesMarkers: choices(caseWorkers, 'Choose at least one role that may read safety markers'),
  appealDays: optionalWholeNumber(),
});

async function get(visit: Visit) {
  return view(visit, startForm(visit, { ...behaviourIn(visit.landlord.settings) }));
}

async function post(visit: Visit) {
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, read.form);
  const { proposes, decides, seesMarkers, appealDays } = read.value;
  const refusals = await visit.db(async (trx) => {
    const refused = await writeBehaviourSetting(trx, { proposes, decides, seesMarkers, appealDays });
    if (refused.length > 0) return refused;
    const readers = seesMarkers.map((role) => roleNames[role].toLowerCase()).join(', ');
    await recordChange(trx, {
      about: 'access',
      words: `Restrictions are proposed by: ${roleNames[proposes].toLowerCase()}; decided by: ${roleNames[decides].toLowerCase()}; safety markers are read by: ${readers}; appeals are answered within: ${appealDays === null ? 'no number of days' : workingDays(appealDays)}`,
      by: visit.staff.id,
    });
    return [];
  });
  if (refusals.length > 0) return view(visit, withRefusals(read.form, refusals));
  return redirect('/settings/behaviour', { done: 'Saved' });
}

function view(visit: Visit, state: FormState) {
  const items = caseWorkers.map((role) => ({ value: role, text: roleNames[role], hint: roleHints[role] }));
  return settingsPage(
    visit,
    { title: 'Behaviour and safety', form: state, about: ['access'] },
    <Form visit={visit}>
      <RadiosField form={state} name="proposes" legend="Who proposes a restriction of contact?" items={items} />
      <RadiosField
        form={state}
        name="decides"
        legend="Who decides on it, and on its review?"
        hint="Always somebody else than who proposed it, also where the role is the same"
        items={items}
      />
      <CheckboxesField
        form={state}
        name="seesMarkers"
        legend="Who may read safety markers?"
        hint="As few as keep people safe. Each reading is recorded."
        items={items}
      />
      <TextField
        form={state}
        name="appealDays"
        label="In how many working days is an appeal against a restriction answered? (optional)"
        hint="As your policy has it. The Code names no number. With one, an appeal has a date of its own."
        width={3}
        inputmode="numeric"
      />
      <Submit>Save</Submit>
    </Form>,
  );
}

export const behaviourSetting = screen({ path: '/settings/behaviour', access: ['administrator'], get, post });
