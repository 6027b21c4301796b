/** Somebody who speaks for the resident. The complaint does not wait for their authority (3.6). */
import { z } from 'zod';
import { mayAuthorise } from '../../../complaint/may/authorise.js';
import { authorityWords, representativeRoleWords } from '../../../complaint/standing-words.js';
import { authorities, representativeRoles } from '../../../facts/happened.js';
import { choice, optionalDay, optionalText } from '../../ui/fields.js';
import { DateField, FileField, RadiosField, SelectField, TextareaField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { nobodyNamed } from './identify-resident.js';
import { findWho, WhoField, whoFields, whoWasMeant } from './which-person.js';

export const authorise = actScreen({
  act: 'authorise',
  title: 'Add a representative',
  asks: ['representative'],
  files: true,
  reads: (trx, shown, visit) =>
    findWho(trx, visit, { like: null, without: shown.case.person === null ? [] : [shown.case.person] }),
  schema: (_shown, visit) =>
    z.object({
      ...whoFields,
      role: choice(representativeRoles, 'Choose who they are to the resident'),
      authority: choice(authorities, 'Choose what shows that they may speak for the resident'),
      until: optionalDay('the day it ends'),
      note: optionalText(5_000),
      on: dayItHappened(visit, 'the day it began'),
    }),
  start: (_shown, visit) => ({ on: visit.today }),
  fields: ({ form, more }) => (
    <>
      <WhoField form={form} found={more} legend="Who speaks for the resident?" />
      <SelectField
        form={form}
        name="role"
        label="Who are they to the resident?"
        none="Choose"
        items={representativeRoles.map((value) => ({ value, text: representativeRoleWords[value] }))}
      />
      <RadiosField
        form={form}
        name="authority"
        legend="What shows that they may?"
        hint="Until the resident has answered, go on with the complaint and share nothing personal"
        small
        items={authorities.map((value) => ({ value, text: authorityWords[value] }))}
      />
      <FileField form={form} name="evidence" label="The form or document that shows it (optional)" />
      <TextareaField
        form={form}
        name="note"
        label="Note (optional)"
        hint="Where it was seen, or what it covers"
        rows={3}
      />
      <DateField form={form} name="until" legend="Does it end on a day? (optional)" />
      <OnField form={form} legend="From when?" />
    </>
  ),
  decide: async (value, { file, context, trx, attach }) => {
    const person = await whoWasMeant(trx, value);
    if (person === null) return nobodyNamed();
    const { on, role, authority, until, note } = value;
    const [evidence = null] = await attach();
    return mayAuthorise(file.case, { on, person, role, authority, evidence, until, note }, context);
  },
  button: 'Add the representative',
  done: 'The representative is on record',
});
