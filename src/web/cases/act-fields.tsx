/** Fields that many acts share: the day it happened, how it was said, which point, promise or remedy it is about. */
import type { VNode } from 'preact';
import { standingPoints } from '../../complaint/points.js';
import { type Decision, refuse } from '../../complaint/refusals.js';
import { channelWords, sendingWords } from '../../complaint/standing-words.js';
import { channels, sendings } from '../../facts/happened.js';
import type { Trx } from '../../store/database.js';
import { listNames } from '../../store/teams.js';
import { choice, requiredDay } from '../ui/fields.js';
import { type Choice, DateField, type FormState, RadiosField, SelectField, typedIn } from '../ui/forms.js';
import type { Visit } from '../visit.js';
import type { CaseShown } from './case-shown.js';
import { said } from './case-shown.js';

/** Late recording is normal: any day up to today. */
export function dayItHappened(visit: Pick<Visit, 'today'>, what = 'the day it happened') {
  return requiredDay(what, { notAfter: visit.today });
}

export function OnField({
  form,
  legend = 'When did it happen?',
  hint,
}: {
  readonly form: FormState;
  readonly legend?: string;
  readonly hint?: string;
}): VNode {
  return (
    <DateField
      form={form}
      name="on"
      legend={legend}
      hint={hint ?? 'Today, unless it is recorded late. For example, 27 3 2026'}
    />
  );
}

export const howSent = (missing = 'Choose how it was said or sent') => choice(sendings, missing);

export function HowField({ form, legend = 'How?' }: { readonly form: FormState; readonly legend?: string }): VNode {
  return (
    <RadiosField
      form={form}
      name="how"
      legend={legend}
      small
      items={sendings.map((value) => ({ value, text: sendingWords[value] }))}
    />
  );
}

export function ChannelField({
  form,
  label = 'How did it reach us?',
}: {
  readonly form: FormState;
  readonly label?: string;
}): VNode {
  return (
    <SelectField
      form={form}
      name="channel"
      label={label}
      items={channels.map((value) => ({ value, text: channelWords[value] }))}
    />
  );
}

/** Enough of a text to know which is meant. */
export function beginning(text: string, most = 90): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}

/** The points that stand at the running stage, as choices. */
export function pointChoices(shown: CaseShown, stage: 1 | 2): readonly Choice[] {
  return standingPoints(shown.case, stage).map((point) => ({
    value: point.id,
    text: `Point ${point.number}: ${beginning(said(shown, point.definition?.understanding ?? point.words))}`,
  }));
}

export function promiseChoices(shown: CaseShown, which: 'open' | 'not-ended' | 'all'): readonly Choice[] {
  return shown.case.promises
    .filter((promise) => which === 'all' || (which === 'open' ? promise.state === 'open' : promise.state !== 'ended'))
    .map((promise) => ({ value: promise.id, text: beginning(said(shown, promise.words)) }));
}

/** What the address names (?point=…), when it is one of these; else the only one there is. */
export function asked(visit: Visit, name: string, among: readonly { readonly value: string }[]): string | null {
  const value = visit.query[name];
  if (typeof value === 'string' && among.some((one) => one.value === value)) return value;
  return among.length === 1 ? (among[0]?.value ?? null) : null;
}

export interface Lists {
  readonly areas: readonly string[];
  readonly categories: readonly string[];
}

/** The landlord's own areas and categories, to choose from. */
export async function readLists(trx: Trx): Promise<Lists> {
  const [areas, categories] = [await listNames(trx, 'area'), await listNames(trx, 'category')];
  return { areas: areas.map((one) => one.name), categories: categories.map((one) => one.name) };
}

/** Both stand in the history for ever, so they are chosen and never typed: of the lists, or what the case or home has already. */
export function offTheLists(
  { area, category }: { readonly area: string | null; readonly category: string | null },
  lists: Lists,
  { case: c, home }: CaseShown,
): Decision | null {
  const standing = [c, ...c.points.flatMap(({ definition }) => definition ?? [])];
  const areas = [...lists.areas, home?.area, ...standing.map((one) => one.area)];
  const categories = [...lists.categories, ...standing.map((one) => one.category)];
  if (area !== null && !areas.includes(area))
    return refuse('area-not-listed', 'Choose one of the areas in the list.', { field: 'area' });
  if (category !== null && !categories.includes(category))
    return refuse('category-not-listed', 'Choose one of the categories in the list.', { field: 'category' });
  return null;
}

/** What a field holds already stays among the choices, though its list has closed it since. */
export function AreaAndCategory({ form, lists }: { readonly form: FormState; readonly lists: Lists }): VNode {
  const choicesOf = (list: readonly string[], held: string) =>
    [...new Set([...list, ...(held === '' ? [] : [held])])].map((text) => ({ value: text, text }));
  return (
    <>
      <SelectField
        form={form}
        name="category"
        label="Category"
        none="Not decided yet"
        items={choicesOf(lists.categories, typedIn(form, 'category'))}
      />
      <SelectField
        form={form}
        name="area"
        label="Area"
        none="Not known"
        items={choicesOf(lists.areas, typedIn(form, 'area'))}
      />
    </>
  );
}
