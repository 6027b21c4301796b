/** Which promise, remedy, points and stage an act of putting right is about: chosen from what the case has. */
import type { VNode } from 'preact';
import type { Worksheet } from '../../../complaint/case.js';
import { isPaid, worksheetOf } from '../../../complaint/compensation.js';
import { remedyKindWords } from '../../../complaint/standing-words.js';
import type { PointId, PromiseId, RemedyId } from '../../../facts/happened.js';
import { pounds } from '../../../facts/money.js';
import { calledTeam } from '../../promises/called-team.js';
import { choice, ids, requiredId } from '../../ui/fields.js';
import { CheckboxesField, type Choice, type FormState, Hidden, RadiosField } from '../../ui/forms.js';
import type { Visit } from '../../visit.js';
import { beginning, pointChoices } from '../act-fields.js';
import { type CaseShown, said } from '../case-shown.js';

export const whichPromise = () => requiredId('Choose which promise').transform((id) => id as PromiseId);
export const whichRemedy = () => requiredId('Choose which remedy').transform((id) => id as RemedyId);
export const whichPoints = () => ids().transform((list) => list as PointId[]);
export const whichStage = () => choice(['1', '2'], 'Choose the stage').transform((n) => (n === '1' ? 1 : 2));

/** The stage that the case is in, or was in last. */
export function stageNow(shown: CaseShown): 1 | 2 {
  return shown.case.stages[2] === null ? 1 : 2;
}

export function StageField({ form, shown }: { readonly form: FormState; readonly shown: CaseShown }): VNode {
  if (stageNow(shown) === 1) return <Hidden name="stage" value="1" />;
  return (
    <RadiosField
      form={form}
      name="stage"
      legend="At which stage?"
      inline
      items={[
        { value: '1', text: 'Stage 1' },
        { value: '2', text: 'Stage 2' },
      ]}
    />
  );
}

export function PointsField({
  form,
  shown,
  hint = 'Leave all empty if it answers the complaint as a whole',
}: {
  readonly form: FormState;
  readonly shown: CaseShown;
  readonly hint?: string;
}): VNode | null {
  const points = pointChoices(shown, 1);
  if (points.length === 0) return null;
  return <CheckboxesField form={form} name="points" legend="For which points?" hint={hint} small items={[...points]} />;
}

export function PromiseField({ form, items }: { readonly form: FormState; readonly items: readonly Choice[] }): VNode {
  return <RadiosField form={form} name="promise" legend="Which promise?" items={[...items]} />;
}

/** 'to-answer': also what was declined, for they may think again. 'to-do': what is carried through by doing it; money is paid instead. */
export function remedyChoices(shown: CaseShown, which: 'to-answer' | 'to-do'): readonly Choice[] {
  return shown.case.remedies
    .filter(({ id, state }) =>
      which === 'to-answer' ? state === 'offered' || state === 'declined' : state !== 'done' && !isPaid(shown.case, id),
    )
    .map((remedy) => ({
      value: remedy.id,
      text: `${remedyKindWords[remedy.kind]}${remedy.pence === null ? '' : `, ${pounds(remedy.pence)}`}`,
      hint: beginning(said(shown, remedy.words)),
    }));
}

/** The sums of compensation in a state, as choices. */
export function sumChoices(shown: CaseShown, state: 'waiting' | 'approved'): readonly Choice[] {
  return shown.case.worksheets
    .filter((one) => one.state === state)
    .map(({ remedy, totalPence, offer }) => ({
      value: remedy,
      text: pounds(totalPence),
      ...(offer === null ? {} : { hint: beginning(said(shown, offer.words)) }),
    }));
}

/** The remedy that a link names; null where it names none. */
export function remedyAsked({ query }: Pick<Visit, 'query'>): string | null {
  return typeof query.remedy === 'string' ? query.remedy : null;
}

/** The sum that a link names, else the last one of the case. */
export function sumAsked(shown: CaseShown, visit: Visit): Worksheet | null {
  return worksheetOf(shown.case, remedyAsked(visit)) ?? shown.case.worksheets.at(-1) ?? null;
}

export function SumField({ form, items }: { readonly form: FormState; readonly items: readonly Choice[] }): VNode {
  return <RadiosField form={form} name="remedy" legend="Which sum?" items={[...items]} />;
}

export function RemedyField({ form, items }: { readonly form: FormState; readonly items: readonly Choice[] }): VNode {
  return <RadiosField form={form} name="remedy" legend="Which remedy?" items={[...items]} />;
}

/** Teams and contractors that work may still be given to. */
export function openTeams(shown: CaseShown) {
  return shown.teams.filter((team) => !team.closed);
}

export function teamChoices(shown: CaseShown): readonly Choice[] {
  return openTeams(shown).map((team) => ({ value: team.id, text: calledTeam(team) }));
}
