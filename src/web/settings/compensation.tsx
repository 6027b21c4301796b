/** Compensation: who approves up to how much, the landlord's own tariff, and what kind of landlord it is. */
import { z } from 'zod';
import { objectionsToAmountsSet } from '../../complaint/amounts-set.js';
import { type ApprovalLimits, headWords } from '../../complaint/compensation.js';
import { caseWorkers } from '../../complaint/roles.js';
import { type CompensationHead, compensationHeads } from '../../facts/happened.js';
import { pounds } from '../../facts/money.js';
import { recordChange } from '../../store/change-trail.js';
import {
  type CompensationSettings,
  compensationIn,
  type TariffLine,
  writeCompensation,
} from '../../store/compensation-settings.js';
import { optionalChoice, optionalPounds, optionalText, tick } from '../ui/fields.js';
import {
  Form,
  type FormState,
  RadiosField,
  readForm,
  Submit,
  startForm,
  TextField,
  TickField,
  withRefusals,
} from '../ui/forms.js';
import { roleNames } from '../ui/role-words.js';
import { redirect, screen, type Visit } from '../visit.js';
import { settingsPage } from './settings-page.js';

const limitFields = {
  'limit-officer': optionalPounds(),
  'limit-investigator': optionalPounds(),
  'limit-reviewer': optionalPounds(),
  'limit-manager': optionalPounds(),
};

const tariffFields = Object.fromEntries(
  compensationHeads.flatMap((head) => [
    [`from-${head}`, optionalPounds()],
    [`to-${head}`, optionalPounds()],
  ]),
) as Record<`from-${CompensationHead}` | `to-${CompensationHead}`, ReturnType<typeof optionalPounds>>;

const wordFields = Object.fromEntries(compensationHeads.map((head) => [`words-${head}`, optionalText(500)])) as Record<
  `words-${CompensationHead}`,
  ReturnType<typeof optionalText>
>;

const form = z.object({
  ...limitFields,
  noLimit: tick(),
  aloneUpTo: optionalPounds(),
  landlord: optionalChoice(['council', 'other']),
  ...tariffFields,
  ...wordFields,
});

const typedPounds = (pence: number | null | undefined) =>
  pence === null || pence === undefined ? '' : (pence / 100).toFixed(2);

async function get(visit: Visit) {
  const set = compensationIn(visit.landlord.settings);
  return view(
    visit,
    startForm(visit, {
      ...Object.fromEntries(caseWorkers.map((role) => [`limit-${role}`, typedPounds(set.limits[role])])),
      noLimit: set.limits.manager === null,
      aloneUpTo: typedPounds(set.aloneUpTo),
      landlord: set.landlord ?? '',
      ...Object.fromEntries(
        compensationHeads.flatMap((head) => {
          const line = set.tariff[head];
          return [
            [`from-${head}`, typedPounds(line?.fromPence)],
            [`to-${head}`, typedPounds(line?.toPence)],
            [`words-${head}`, line?.words ?? ''],
          ];
        }),
      ),
    }),
  );
}

async function post(visit: Visit) {
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, read.form);
  const typed = read.value;
  const limits: ApprovalLimits = Object.fromEntries(
    caseWorkers.flatMap((role) => {
      const limit = role === 'manager' && typed.noLimit ? null : typed[`limit-${role}`];
      return limit === null && !(role === 'manager' && typed.noLimit) ? [] : [[role, limit]];
    }),
  );
  const tariff = Object.fromEntries(
    compensationHeads.flatMap((head) => {
      const line: TariffLine = {
        fromPence: typed[`from-${head}`],
        toPence: typed[`to-${head}`],
        words: typed[`words-${head}`],
      };
      return line.fromPence === null && line.toPence === null && line.words === null ? [] : [[head, line]];
    }),
  );
  const settings: CompensationSettings = {
    limits,
    aloneUpTo: typed.aloneUpTo ?? 0,
    landlord: typed.landlord,
    tariff,
  };
  const refusals = objectionsToAmountsSet(settings);
  if (refusals.length > 0) return view(visit, withRefusals(read.form, refusals));
  await visit.db(async (trx) => {
    await writeCompensation(trx, settings);
    const words = caseWorkers
      .flatMap((role) => {
        const limit = limits[role];
        return limit === undefined ? [] : [`${role} ${limit === null ? 'without limit' : `up to ${pounds(limit)}`}`];
      })
      .join(', ');
    await recordChange(trx, {
      about: 'compensation',
      words: `Compensation: approved by ${words === '' ? 'nobody' : words}; one person alone offers up to ${pounds(settings.aloneUpTo)}; tariff for ${Object.keys(tariff).length} heads`,
      by: visit.staff.id,
    });
  });
  return redirect('/settings/compensation', { done: 'Saved' });
}

function view(visit: Visit, state: FormState) {
  const amount = (name: string, label: string, hint?: string) => (
    <TextField
      form={state}
      name={name}
      label={label}
      {...(hint === undefined ? {} : { hint })}
      width={10}
      inputmode="decimal"
      prefix={{ text: '£' }}
    />
  );
  return settingsPage(
    visit,
    { title: 'Compensation', form: state, about: ['compensation'] },
    <Form visit={visit}>
      <h2 class="govuk-heading-m">Who approves up to how much</h2>
      <p class="govuk-body">
        Whoever works a sum out never approves it, whatever stands here. Leave a role empty when it approves nothing.
      </p>
      {caseWorkers.map((role) => (
        <div key={role}>{amount(`limit-${role}`, roleNames[role])}</div>
      ))}
      <TickField form={state} name="noLimit" label="Managers approve any sum" />
      {amount(
        'aloneUpTo',
        'What one person may offer alone',
        'Without a sum by head and without a second person. 0 means that two people see every sum.',
      )}
      <h2 class="govuk-heading-m">What the law sets</h2>
      <RadiosField
        form={state}
        name="landlord"
        legend="What kind of landlord are you?"
        hint="Some payments are owed by councils alone"
        items={[
          { value: 'council', text: 'A council' },
          { value: 'other', text: 'A housing association or another landlord' },
        ]}
      />
      <h2 class="govuk-heading-m">Your own tariff</h2>
      <p class="govuk-body">
        Shown beside each sum while it is worked out. It is guidance: a sum may differ, with why.
      </p>
      {compensationHeads.map((head) => (
        <fieldset key={head} class="govuk-fieldset">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{headWords[head]}</legend>
          <div class="app-beside">
            {amount(`from-${head}`, 'From (optional)')}
            {amount(`to-${head}`, 'To (optional)')}
          </div>
          <TextField form={state} name={`words-${head}`} label="For what (optional)" />
        </fieldset>
      ))}
      <Submit>Save</Submit>
    </Form>,
  );
}

export const compensationSettings = screen({
  path: '/settings/compensation',
  access: ['administrator'],
  get,
  post,
});
