/** The fields of an improvement: what is to change, who sees to it, and which complaints it is to stop. */
import type { VNode } from 'preact';
import type { z } from 'zod';
import { anyOf, type CauseGroup } from '../../complaint/cause-list.js';
import type { Day } from '../../facts/days.js';
import type { StaffId } from '../../facts/happened.js';
import { weeksToLook } from '../../reports/improvement-effect.js';
import { tellsOfSomebody } from '../../reports/improvement-rules.js';
import { readCauses } from '../../store/causes.js';
import { type Trx, together } from '../../store/database.js';
import { namesOfCases } from '../../store/improvement-cases.js';
import { listBlocks } from '../../store/improvement-effect.js';
import { casesOfImprovement, type ImprovementWritten, improvementKinds } from '../../store/improvements.js';
import { listStaff, type Staff } from '../../store/staff.js';
import { listNames } from '../../store/teams.js';
import { choice, optionalChoice, optionalText, requiredDay, requiredId, requiredText } from '../ui/fields.js';
import {
  DateField,
  type FormError,
  type FormState,
  GroupedSelectField,
  RadiosField,
  SelectField,
  TextareaField,
  TextField,
} from '../ui/forms.js';
import { kindWords } from './words.js';

export interface PlanLists {
  readonly causes: readonly CauseGroup[];
  readonly categories: readonly string[];
  readonly areas: readonly string[];
  readonly blocks: readonly string[];
  readonly staff: readonly Staff[];
}

export async function readPlanLists(trx: Trx): Promise<PlanLists> {
  const [causes, categories, areas, blocks, staff] = await together(
    readCauses(trx),
    listNames(trx, 'category'),
    listNames(trx, 'area'),
    listBlocks(trx),
    listStaff(trx, 'at-work'),
  );
  return {
    causes,
    categories: categories.map(({ name }) => name),
    areas: areas.map(({ name }) => name),
    blocks,
    staff,
  };
}

const weekChoices = weeksToLook.map(String) as unknown as readonly ['4', '8', '12', '24', '52'];

const anyTitle = (missing: string) => requiredText(missing, 200);

/** `was`: what it says now stays choosable, though it may have left the lists. `notBefore`: the earliest day to choose. */
export function planShape(lists: PlanLists, { notBefore, was }: { notBefore?: Day; was?: ImprovementWritten } = {}) {
  const also = (list: readonly string[], kept: string | null | undefined) => (kept ? [...list, kept] : list);
  const one = (list: readonly string[], kept: string | null | undefined) => optionalChoice(['', ...also(list, kept)]);
  return {
    kind: choice(improvementKinds, 'Choose whether it is corrective or preventive'),
    title: anyTitle('Say in a few words what is to change'),
    aim: optionalText(5_000),
    owner: requiredId('Choose who sees to it'),
    dueOn: requiredDay('the day by which it is to be done', notBefore === undefined ? {} : { notBefore }),
    cause: one(
      lists.causes.flatMap((group) => [anyOf(group), ...group.causes]),
      was?.aimed.cause,
    ),
    category: one(lists.categories, was?.aimed.category),
    area: one(lists.areas, was?.aimed.area),
    block: one(lists.blocks, was?.aimed.block),
    weeks: choice(weekChoices, 'Choose how long before and after is looked at'),
  };
}

type PlanTyped = z.output<z.ZodObject<ReturnType<typeof planShape>>>;

export function writtenFrom(typed: PlanTyped): ImprovementWritten {
  const { kind, title, aim, owner, dueOn, cause, category, area, block, weeks } = typed;
  const aimed = { cause: cause || null, category: category || null, area: area || null, block: block || null };
  return { kind, title, aim: aim ?? '', owner: owner as StaffId, dueOn, aimed, weeks: Number(weeks) };
}

/** What is read beyond the case names nobody. */
export function tellingErrors(field: string, text: string, names: readonly string[]): FormError[] {
  const objection = tellsOfSomebody(field, text, names);
  return objection === null ? [] : [objection];
}

/** The names of the people of its cases. */
export async function namesBehind(trx: Trx, { id }: { readonly id: string }): Promise<readonly string[]> {
  const cases = await casesOfImprovement(trx, id);
  return namesOfCases(
    trx,
    cases.map(({ caseId }) => caseId),
  );
}

/** The values of the fields of an improvement that stands. */
export function planValues({ kind, title, aim, owner, dueOn, aimed, weeks }: ImprovementWritten) {
  return { kind, title, aim, owner, dueOn, ...aimed, weeks: String(weeks) };
}

export function PlanFields({
  form,
  lists,
  was,
}: {
  readonly form: FormState;
  readonly lists: PlanLists;
  readonly was?: ImprovementWritten;
}): VNode {
  const items = (list: readonly string[], kept: string | null | undefined) =>
    [...new Set([...list, ...(kept ? [kept] : [])])].map((value) => ({ value, text: value }));
  const gone = was?.aimed.cause;
  const causes = lists.causes.map((group) => ({
    text: group.name,
    items: items([anyOf(group), ...group.causes], null),
  }));
  const known = causes.some(({ items: list }) => list.some(({ value }) => value === gone));
  return (
    <>
      <TextField
        form={form}
        name="title"
        label="What is to change, in a few words"
        hint="Without names: it is read beyond the case"
      />
      <TextareaField form={form} name="aim" label="More about it (optional)" rows={3} most={5000} />
      <RadiosField
        form={form}
        name="kind"
        legend="What kind is it?"
        items={improvementKinds.map((value) => ({ value, text: kindWords[value] }))}
      />
      <SelectField
        form={form}
        name="owner"
        label="Who sees to it?"
        none="Choose"
        items={lists.staff.map(({ id, name }) => ({ value: id, text: name }))}
      />
      <DateField form={form} name="dueOn" legend="By when is it to be done?" />
      <h2 class="govuk-heading-m">How it will be seen whether it worked</h2>
      <p class="govuk-body">
        Which complaints should become fewer? Those that fit all that you choose are counted before and after it is
        done.
      </p>
      <GroupedSelectField
        form={form}
        name="cause"
        label="Cause, or any of a group"
        none="Any cause"
        groups={[
          ...causes,
          ...(gone && !known ? [{ text: 'Not on the list any more', items: items([gone], null) }] : []),
        ]}
      />
      <SelectField
        form={form}
        name="category"
        label="Category"
        none="Any category"
        items={items(lists.categories, was?.aimed.category)}
      />
      <SelectField form={form} name="area" label="Area" none="Any area" items={items(lists.areas, was?.aimed.area)} />
      {lists.blocks.length === 0 && !was?.aimed.block ? null : (
        <SelectField
          form={form}
          name="block"
          label="Block"
          none="Any block"
          items={items(lists.blocks, was?.aimed.block)}
        />
      )}
      <SelectField
        form={form}
        name="weeks"
        label="How long before and after?"
        none="Choose"
        items={weeksToLook.map((n) => ({ value: String(n), text: n === 52 ? '52 weeks (a year)' : `${n} weeks` }))}
      />
    </>
  );
}
