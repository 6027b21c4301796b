/** What somebody tells beside what happened: the choice to complain, an adjustment, what is not safe, a call they want. */
import type { VNode } from 'preact';
import type { Context, Decision } from '../../complaint/refusals.js';
import { withToldAside } from '../../complaint/told-with-contact.js';
import type { WayKind } from '../../complaint/ways-to-reach.js';
import type { Day } from '../../facts/days.js';
import type { Channel, HazardKind, PersonId, StaffId } from '../../facts/happened.js';
import type { Done } from '../../store/act.js';
import { wakeForWords } from '../../store/alarms.js';
import { promiseCall } from '../../store/call-backs.js';
import { recordChange } from '../../store/change-trail.js';
import type { Trx } from '../../store/database.js';
import { addWay, changeWay, readPerson } from '../../store/people.js';
import { Details } from '../ui/components.js';
import { optionalChoice, optionalDay, optionalText, tick } from '../ui/fields.js';
import { DateField, type FormState, RadiosField, TextareaField, TextField, TickField } from '../ui/forms.js';
import type { Visit } from '../visit.js';

const answers = ['complain', 'not-complain', 'no-answer-yet'] as const;

export const alsoTold = (today: Day) => ({
  choice: optionalChoice(answers),
  atRisk: optionalText(2_000),
  adjustments: optionalText(2_000),
  reachSafely: optionalText(2_000),
  unsafePhone: tick(),
  unsafeEmail: tick(),
  callBackOn: optionalDay('the day by which to ring', { notBefore: today }),
  callBackTime: optionalText(200),
});

interface AlsoToldValue {
  readonly choice: (typeof answers)[number] | null;
  readonly atRisk: string | null;
  readonly adjustments: string | null;
  readonly reachSafely: string | null;
  readonly unsafePhone: boolean;
  readonly unsafeEmail: boolean;
  readonly callBackOn: Day | null;
  readonly callBackTime: string | null;
}

/** The contact with what was told beside it, for its history. */
export function withAlsoTold(
  received: Decision,
  told: AlsoToldValue,
  { on, channel }: { readonly on: Day; readonly channel: Channel },
  context: Context,
): Decision {
  const { adjustments, reachSafely: safely, atRisk } = told;
  const decision = withToldAside(received, { adjustments, safely, atRisk }, on, context);
  if (!decision.ok || told.choice === null) return decision;
  const how =
    channel === 'phone' ? ('phone' as const) : channel === 'email' ? ('email' as const) : ('by-hand' as const);
  const offered = { type: 'ChoiceToComplainOffered' as const, answer: told.choice, how, note: null };
  return { ...decision, happened: [...decision.happened, { what: offered, on }] };
}

/** What is written beside the history: the call that was promised, and whom an emergency wakes. */
export async function besideTheHistory(
  trx: Trx,
  visit: Visit,
  told: AlsoToldValue & { readonly hazards: readonly HazardKind[]; readonly on: Day },
  done: Done,
): Promise<void> {
  if (told.hazards.includes('emergency'))
    await wakeForWords(trx, { caseId: done.caseId, arrivedOn: told.on, now: new Date(visit.now) });
  if (told.callBackOn === null) return;
  await promiseCall(trx, {
    caseId: done.caseId,
    person: done.case.person,
    staff: null,
    dueOn: told.callBackOn,
    bestTime: told.callBackTime,
    about: null,
    by: visit.staff.id,
  });
}

/** A number or address that was said to be unsafe is kept as unsafe, so that nobody ever uses it. */
export async function keepUnsafe(
  trx: Trx,
  person: PersonId,
  unsafe: readonly { readonly kind: WayKind; readonly value: string }[],
  by: StaffId,
): Promise<void> {
  const known = unsafe.length === 0 ? null : await readPerson(trx, person);
  for (const { kind, value } of unsafe) {
    const way = known?.ways.find((one) => one.kind === kind && one.value.toLowerCase() === value.toLowerCase());
    if (way === undefined) await addWay(trx, person, { kind, value, standing: 'unsafe' });
    else await changeWay(trx, person, { ...way, standing: 'unsafe', preferred: false });
    const what = kind === 'phone' ? 'A phone number' : 'An email address';
    await recordChange(trx, {
      about: 'person',
      words: `${what} was marked as one that must not be used`,
      by,
      subject: person,
    });
  }
}

export function AlsoTold({ form }: { readonly form: FormState }): VNode {
  return (
    <>
      <Details summaryText="They were given the choice to complain">
        <RadiosField
          form={form}
          name="choice"
          legend="What did they choose?"
          small
          items={[
            { value: 'complain', text: 'To complain' },
            { value: 'not-complain', text: 'Not to complain' },
            { value: 'no-answer-yet', text: 'They have not said yet' },
          ]}
        />
      </Details>
      <Details summaryText="Somebody is at risk, they need an adjustment, or a way to reach them is not safe">
        <TextField form={form} name="atRisk" label="Who may be at risk, and why" />
        <TextField form={form} name="adjustments" label="What would make this easier for them" />
        <TextareaField form={form} name="reachSafely" label="How to reach them safely" rows={2} />
        <TickField form={form} name="unsafePhone" label="Nobody may use the phone number above: it is not safe" />
        <TickField form={form} name="unsafeEmail" label="Nobody may use the email address above: it is not safe" />
      </Details>
      <Details summaryText="They want to be called back">
        <DateField form={form} name="callBackOn" legend="By when?" hint="Left empty, no call is promised" />
        <TextField form={form} name="callBackTime" label="The best time, in their words" width="two-thirds" />
      </Details>
    </>
  );
}
