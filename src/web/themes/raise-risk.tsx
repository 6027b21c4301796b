/** Puts something to the senior lead as a possible systemic risk, from a theme or on its own. */
import { z } from 'zod';
import { groupingWords, isGrouping } from '../../reports/themes/kinds.js';
import { lastMonth, monthAsked } from '../../reports/themes/months.js';
import type { Trx } from '../../store/database.js';
import { readTrends } from '../../store/themes/read-trends.js';
import { type RiskRaised, raiseRisk } from '../../store/themes/risks.js';
import { tellSeniorLead } from '../../store/themes/tell-lead.js';
import { optionalText, requiredText } from '../ui/fields.js';
import {
  Form,
  type FormState,
  Hidden,
  readForm,
  Submit,
  startForm,
  TextareaField,
  TextField,
  typedIn,
} from '../ui/forms.js';
import { redirect, screen, type Visit } from '../visit.js';
import { themePage, themeReaders } from './theme-frame.js';

const form = z.object({
  theme: optionalText(20),
  key: optionalText(40),
  month: optionalText(7),
  called: optionalText(120),
  why: requiredText('Say why this may be wrong in more than one home', 2000),
});

/** The group that the address or the form names, as it stands; null for what is no group. */
async function groupNamed(trx: Trx, visit: Visit, theme: string, key: string, month: string) {
  if (!isGrouping(theme)) return null;
  const latest = monthAsked(month, visit.today);
  const found = (await readTrends(trx, theme, latest)).find((one) => one.key === key);
  return found === undefined ? null : { theme, key, called: found.called, cases: found.latest, month: latest.month };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

async function get(visit: Visit) {
  const { theme, key, month } = visit.query;
  return view(visit, startForm(visit, { theme: text(theme), key: text(key), month: text(month), called: '', why: '' }));
}

async function post(visit: Visit) {
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, read.form);
  const { theme, key, month, called, why } = read.value;
  const id = await visit.db(async (trx) => {
    const group = await groupNamed(trx, visit, theme ?? '', key ?? '', month ?? '');
    const own = {
      theme: 'other',
      key: null,
      called: called ?? null,
      cases: null,
      month: lastMonth(visit.today).month,
    } as const;
    const risk: RiskRaised = { ...(group ?? own), why };
    const raised = await raiseRisk(trx, risk, visit.staff.id);
    await tellSeniorLead(trx, visit.address, new Date(visit.now));
    return raised;
  });
  return redirect(`/themes/risks/${id}`, { done: 'It waits for the senior lead’s answer' });
}

async function view(visit: Visit, state: FormState) {
  const group = await visit.db((trx) =>
    groupNamed(trx, visit, typedIn(state, 'theme'), typedIn(state, 'key'), typedIn(state, 'month')),
  );
  return themePage(
    visit,
    {
      title: 'Put something to the senior lead',
      at: '/themes/risks',
      form: state,
      back: { href: '/themes/risks', text: 'Possible systemic risks' },
    },
    <Form visit={visit}>
      <Hidden name="theme" value={typedIn(state, 'theme')} />
      <Hidden name="key" value={typedIn(state, 'key')} />
      <Hidden name="month" value={typedIn(state, 'month')} />
      {group === null ? (
        <TextField form={state} name="called" label="What is it about?" hint="A kind of home, a process, a policy" />
      ) : (
        <p class="govuk-body">
          About the {groupingWords[group.theme].one} <strong>{group.called}</strong>, with {group.cases} complaints in
          the month.
        </p>
      )}
      <TextareaField
        form={state}
        name="why"
        label="Why may this be wrong in more than one home?"
        hint="Name nobody: this is read by people who may not open the cases."
        rows={6}
        most={2000}
      />
      <Submit>Put it to the senior lead</Submit>
    </Form>,
  );
}

export const raiseRiskScreen = screen({ path: '/themes/risks/new', access: themeReaders, get, post });
