/** The fields for what lay behind a complaint: chosen from the landlord's list in its groups, or written. */
import type { VNode } from 'preact';
import { type CauseGroup, noFailing, notOnTheList } from '../../../complaint/cause-list.js';
import type { CauseSaid } from '../../../complaint/may/find-cause.js';
import type { PointId } from '../../../facts/happened.js';
import { ids, optionalChoice, optionalText } from '../../ui/fields.js';
import { CheckboxesField, type FormState, GroupedSelectField, TextareaField, TextField } from '../../ui/forms.js';
import type { CaseShown } from '../case-shown.js';
import { ownPointChoices } from '../points/own-points.js';
import { stageOf } from '../points/this-point.js';

export function causeShape(list: readonly CauseGroup[]) {
  return {
    cause: optionalChoice(list.flatMap(({ causes }) => causes)),
    otherCause: optionalText(120),
    points: ids(),
    causeText: optionalText(20_000),
  };
}

interface Typed {
  readonly cause: string | null;
  readonly otherCause: string | null;
  readonly points: readonly string[];
  readonly causeText: string | null;
}

/** What was said of the cause; null when nothing was. */
export function causeTyped({ cause, otherCause, points, causeText }: Typed): CauseSaid | null {
  if (cause === null && otherCause === null && causeText === null) return null;
  return {
    cause: otherCause === null ? (cause ?? '') : notOnTheList,
    points: points as PointId[],
    text: [otherCause, causeText].filter((one) => one !== null).join('\n\n') || null,
  };
}

export function CauseFields({
  form,
  list,
  shown,
}: {
  readonly form: FormState;
  readonly list: readonly CauseGroup[];
  readonly shown: CaseShown;
}): VNode {
  return (
    <>
      <GroupedSelectField
        form={form}
        name="cause"
        label="What lay behind it?"
        hint={`Where nothing went wrong, choose ‘${noFailing}’ and write how you know`}
        none="Choose"
        groups={list.map(({ name, causes }) => ({
          text: name,
          items: causes.map((value) => ({ value, text: value })),
        }))}
      />
      <TextField
        form={form}
        name="otherCause"
        label="Or another cause, in a few words"
        hint="If it comes again, ask an administrator to put it on the list, so that it is counted"
        width="two-thirds"
      />
      <CheckboxesField
        form={form}
        name="points"
        legend="Which points does it explain? (optional)"
        items={ownPointChoices(shown, stageOf(shown))}
      />
      <TextareaField form={form} name="causeText" label="How you know (optional, but for no failing)" rows={3} />
    </>
  );
}
