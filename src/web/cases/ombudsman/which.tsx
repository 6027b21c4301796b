/** Which Ombudsman, which of its orders: chosen from what the case has; and fields that its acts share. */
import type { VNode } from 'preact';
import { z } from 'zod';
import type { Case } from '../../../complaint/case.js';
import {
  evidenceWaiting,
  type OmbudsmanCase,
  type Order,
  ombudsmanCasesOf,
} from '../../../complaint/ombudsman-case.js';
import { inWords } from '../../../facts/days.js';
import { type OrderId, ombudsmen, type WhichOmbudsman } from '../../../facts/happened.js';
import { ombudsmanNames } from '../../../law/ombudsman-words.js';
import { choice, optionalText, requiredId, requiredText } from '../../ui/fields.js';
import {
  allTypedIn,
  CheckboxesField,
  type Choice,
  FileField,
  type FormState,
  Hidden,
  RadiosField,
  TextField,
} from '../../ui/forms.js';
import type { Visit } from '../../visit.js';
import { asked, beginning } from '../act-fields.js';
import { type CaseShown, said } from '../case-shown.js';

export const whichOmbudsman = () => choice(ombudsmen, 'Choose which Ombudsman');
export const whichOrder = () => requiredId('Choose which order').transform((id) => id as OrderId);
export const number = () => requiredText('Enter the Ombudsman’s number of the case', 30);
export const numberIfTold = () => optionalText(30);

/** The Ombudsman that the address names, else the only one that the case has, else the Housing Ombudsman. */
export function ombudsmanFirst(shown: CaseShown, visit: Visit, among = (_one: OmbudsmanCase) => true): WhichOmbudsman {
  const known = ombudsmanCasesOf(shown.case).filter(among);
  const named = ombudsmen.find((one) => one === visit.query.ombudsman);
  return named ?? known[0]?.ombudsman ?? 'HOS';
}

/** Its number, where it has told one. */
export function numberOf(shown: CaseShown, ombudsman: WhichOmbudsman): string | null {
  return ombudsmanCasesOf(shown.case).find((one) => one.ombudsman === ombudsman)?.caseNumber ?? null;
}

/** All three, for what may be the first that is heard of it; only those of the case for what comes later. */
export function OmbudsmanField({
  form,
  shown,
  known,
}: {
  readonly form: FormState;
  readonly shown: CaseShown;
  readonly known: 'any' | 'of-the-case';
}): VNode {
  const here = ombudsmanCasesOf(shown.case).map((one) => one.ombudsman);
  const offered = known === 'any' ? ombudsmen : ombudsmen.filter((one) => here.includes(one));
  if (offered.length === 1) return <Hidden name="ombudsman" value={offered[0] ?? 'HOS'} />;
  return (
    <RadiosField
      form={form}
      name="ombudsman"
      legend="Which Ombudsman?"
      small
      items={offered.map((value) => ({ value, text: ombudsmanNames[value] }))}
    />
  );
}

export function NumberField({
  form,
  optional = false,
}: {
  readonly form: FormState;
  readonly optional?: boolean;
}): VNode {
  return (
    <TextField
      form={form}
      name="caseNumber"
      label={optional ? 'Their number of the case, if they told one (optional)' : 'Their number of the case'}
      hint="As it stands in their letter. For example, 202612345"
      width={20}
      autocomplete="off"
      spellcheck={false}
    />
  );
}

export function LetterField({ form }: { readonly form: FormState }): VNode {
  return (
    <FileField form={form} name="files" label="Add their letter (optional)" hint="It stays with the case" multiple />
  );
}

export function orderWords(order: Order): string {
  return order.binding ? (order.wider ? 'Wider order' : 'Order') : 'Recommendation';
}

export function orderChoices(shown: CaseShown, which: (order: Order) => boolean): readonly Choice[] {
  return ombudsmanCasesOf(shown.case)
    .flatMap((one) => one.orders)
    .filter(which)
    .map((order) => ({
      value: order.id,
      text: `${orderWords(order)}: ${beginning(said(shown, order.words))}`,
      hint: order.dueOn === null ? 'It states no date' : `Due on ${inWords(order.dueOn)}`,
    }));
}

export function orderFirst(shown: CaseShown, visit: Visit, which: (order: Order) => boolean): string | null {
  return asked(visit, 'order', orderChoices(shown, which));
}

export function OrderField({ form, items }: { readonly form: FormState; readonly items: readonly Choice[] }): VNode {
  return <RadiosField form={form} name="order" legend="Which one?" items={[...items]} />;
}

/** The requests for evidence that wait, the earliest day first. */
function evidenceChoices(c: Pick<Case, 'history'>): readonly Choice[] {
  return evidenceWaiting(c).map(({ seq, ombudsman, askedOn, dueOn }) => ({
    value: String(seq),
    text: `${ombudsmanNames[ombudsman]}: due on ${inWords(dueOn)}`,
    hint: `Asked for on ${inWords(askedOn)}`,
  }));
}

export function evidenceFirst(shown: CaseShown, visit: Visit): string | null {
  return asked(visit, 'request', evidenceChoices(shown.case));
}

const entry = () =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'Choose one of the list')
    .transform(Number);
/** None: the only one that waits. */
export const whichRequest = () => entry().nullable().default(null);
export const whichRequests = () =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(entry()),
  );

/**
 * The only request that waits needs no choice: the form says which it is, and posts it, so that a page which was left
 * open is about no other.
 */
function OnlyRequest({ item, name }: { readonly item: Choice; readonly name: string }): VNode {
  return (
    <>
      <Hidden name={name} value={item.value} />
      <p class="govuk-body">The request for evidence: {item.text}</p>
    </>
  );
}

/** The only one that waits, unless the form was about another. */
function onlyOne(form: FormState, name: string, items: readonly Choice[]): Choice | null {
  const [first] = items;
  const typed = allTypedIn(form, name).filter((value) => value !== '');
  return first !== undefined && items.length === 1 && typed.every((value) => value === first.value) ? first : null;
}

export function RequestField({ form, shown }: { readonly form: FormState; readonly shown: CaseShown }): VNode | null {
  const items = evidenceChoices(shown.case);
  if (items.length === 0) return null;
  const only = onlyOne(form, 'request', items);
  if (only !== null) return <OnlyRequest name="request" item={only} />;
  return <RadiosField form={form} name="request" legend="Which request for evidence?" items={[...items]} />;
}

/** The same for what may answer several at once. */
export function AnswersField({
  form,
  of,
}: {
  readonly form: FormState;
  readonly of: Pick<Case, 'history'>;
}): VNode | null {
  const items = evidenceChoices(of);
  if (items.length === 0) return null;
  const only = onlyOne(form, 'answers', items);
  if (only !== null) return <OnlyRequest name="answers" item={only} />;
  return (
    <CheckboxesField
      form={form}
      name="answers"
      legend="Which requests for evidence does it answer?"
      items={[...items]}
    />
  );
}

/** Where the acts lead back to. */
export const theirPage = '/ombudsman';
