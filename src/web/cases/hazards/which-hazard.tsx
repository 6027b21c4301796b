/** Which hazard of the case an act is about, and at what time it happened. */
import type { VNode } from 'preact';
import type { Hazard } from '../../../complaint/case.js';
import { fitsHazard, type HazardAct, hazardWords, waitsForAct } from '../../../complaint/hazards.js';
import { inWords } from '../../../facts/days.js';
import type { HazardId } from '../../../facts/happened.js';
import { requiredId } from '../../ui/fields.js';
import { type Choice, type FormState, Hidden, RadiosField, TextField } from '../../ui/forms.js';
import type { Visit } from '../../visit.js';
import { asked, beginning } from '../act-fields.js';
import { type CaseShown, said } from '../case-shown.js';

export const whichHazard = () => requiredId('Choose which hazard').transform((id) => id as HazardId);

function hazardChoices(shown: CaseShown, hazards: readonly Hazard[]): readonly Choice[] {
  return hazards.map((hazard) => ({
    value: hazard.id,
    text: `${hazardWords(hazard)}, known since ${inWords(hazard.noticedOn)}`,
    ...(hazard.words === null ? {} : { hint: beginning(said(shown, hazard.words)) }),
  }));
}

function fitting(shown: CaseShown, act: HazardAct): readonly Hazard[] {
  return shown.case.hazards.filter((hazard) => fitsHazard(act, hazard));
}

/** What the form begins with: the hazard that the address names, the only one, or the only one that waits for it. */
export function startWith(shown: CaseShown, visit: Visit, act: HazardAct) {
  const fit = fitting(shown, act);
  const waiting = fit.filter((hazard) => waitsForAct(act, hazard));
  const hazard =
    asked(visit, 'hazard', hazardChoices(shown, fit)) ?? (waiting.length === 1 ? (waiting[0]?.id ?? null) : null);
  return { on: visit.today, hazard };
}

/** Named when there is one; a choice when there are several. */
export function HazardField({
  form,
  shown,
  act,
}: {
  readonly form: FormState;
  readonly shown: CaseShown;
  readonly act: HazardAct;
}): VNode {
  const items = hazardChoices(shown, fitting(shown, act));
  const [only] = items;
  if (items.length === 1 && only !== undefined)
    return (
      <>
        <Hidden name="hazard" value={only.value} />
        <p class="govuk-body">
          <strong>{only.text}</strong>
        </p>
      </>
    );
  return <RadiosField form={form} name="hazard" legend="Which hazard?" items={[...items]} />;
}

export function AtField({ form, label }: { readonly form: FormState; readonly label: string }): VNode {
  return (
    <TextField
      form={form}
      name="at"
      label={label}
      hint="For an emergency the hours count, by London’s clocks. For example, 14:30"
      width={5}
      autocomplete="off"
    />
  );
}
