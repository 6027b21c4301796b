/** What of an entry can be corrected in its place: its day always, and the facts of some types that forms get wrong. */
import type { VNode } from 'preact';
import { z } from 'zod';
import { anAmount } from '../../../complaint/compensation.js';
import { channelWords, findingWords, hearerWords, kindWords } from '../../../complaint/standing-words.js';
import type { Day } from '../../../facts/days.js';
import { channels, type Entry, findings, type Happening, hearers, kinds, type Words } from '../../../facts/happened.js';
import { optionalChoice, optionalDay, optionalPounds, optionalText } from '../../ui/fields.js';
import { DateField, type FormState, SelectField, TextareaField, TextField } from '../../ui/forms.js';
import { AreaAndCategory, type Lists } from '../act-fields.js';
import { type CaseShown, said } from '../case-shown.js';

export type Correctable = Exclude<Happening, { type: 'EntryCorrected' }>;

/** Every field that some type has; what an entry's type has not is left empty and not looked at. */
export const correctedFacts = {
  newDate: optionalDay('the new date'),
  dueOn: optionalDay('the day by which it was to be done'),
  kind: optionalChoice(kinds),
  area: optionalText(120),
  category: optionalText(120),
  finding: optionalChoice(findings),
  reasons: optionalText(50_000),
  channel: optionalChoice(channels),
  firstHeardBy: optionalChoice(hearers),
  pence: optionalPounds(),
} as const;

const shape = z.object(correctedFacts);
export type CorrectedFacts = z.output<typeof shape>;

/** The fields of an entry as it stands, for a form to begin with. */
export function factsOf(what: Happening, shown: CaseShown): Partial<Record<keyof CorrectedFacts, string | null>> {
  switch (what.type) {
    case 'Received':
      return { channel: what.channel, firstHeardBy: what.firstHeardBy };
    case 'MessageReceived':
    case 'EscalationRequested':
      return { channel: what.channel };
    case 'Logged':
      return { kind: what.kind, area: what.area ?? '', category: what.category ?? '' };
    case 'Extended':
    case 'ActionMoved':
      return { newDate: what.newDate };
    case 'PointDecided':
      return { finding: what.finding, reasons: said(shown, what.reasons) };
    case 'ActionPromised':
    case 'InformationAsked':
      return { dueOn: what.dueOn };
    case 'RemedyOffered':
      return {
        dueOn: what.dueOn,
        ...(what.kind === 'financial' ? { pence: what.pence === null ? '' : (what.pence / 100).toFixed(2) } : {}),
      };
    default:
      return {};
  }
}

/** The entry's facts with what was typed in their place; null when a fact that it must have was left empty. */
export function withFacts(
  what: Correctable,
  typed: CorrectedFacts,
  words: { readonly before: string; readonly keep: (text: string) => Words },
): Correctable | { readonly leftOut: keyof CorrectedFacts } {
  switch (what.type) {
    case 'Received':
      return {
        ...what,
        channel: typed.channel ?? what.channel,
        firstHeardBy: typed.firstHeardBy ?? what.firstHeardBy,
      };
    case 'MessageReceived':
    case 'EscalationRequested':
      return { ...what, channel: typed.channel ?? what.channel };
    case 'Logged':
      return { ...what, kind: typed.kind ?? what.kind, area: typed.area, category: typed.category };
    case 'Extended':
    case 'ActionMoved':
      return typed.newDate === null ? { leftOut: 'newDate' } : { ...what, newDate: typed.newDate };
    case 'PointDecided':
      if (typed.reasons === null) return { leftOut: 'reasons' };
      return {
        ...what,
        finding: typed.finding ?? what.finding,
        // What stands keeps its digest, so that the record shows that only the finding changed.
        reasons: typed.reasons === words.before ? what.reasons : words.keep(typed.reasons),
      };
    case 'ActionPromised':
    case 'InformationAsked':
      return typed.dueOn === null ? { leftOut: 'dueOn' } : { ...what, dueOn: typed.dueOn };
    case 'RemedyOffered':
      if (what.kind === 'financial' && typed.pence === null) return { leftOut: 'pence' };
      return { ...what, dueOn: typed.dueOn, pence: what.kind === 'financial' ? typed.pence : what.pence };
    default:
      return what;
  }
}

export const leftOutWords: Partial<Record<keyof CorrectedFacts, string>> = {
  newDate: 'Enter the new date',
  dueOn: 'Enter the day by which it was to be done',
  reasons: 'Write the reasons',
  pence: `Enter ${anAmount}`,
};

export function FactFields({
  form,
  entry,
  lists,
}: {
  readonly form: FormState;
  readonly entry: Entry;
  readonly lists: Lists;
}): VNode | null {
  const { what } = entry;
  switch (what.type) {
    case 'Received':
      return (
        <>
          <Choose form={form} name="channel" label="How it reached us" words={channelWords} />
          <Choose form={form} name="firstHeardBy" label="Who first heard it" words={hearerWords} />
        </>
      );
    case 'MessageReceived':
    case 'EscalationRequested':
      return <Choose form={form} name="channel" label="How it reached us" words={channelWords} />;
    case 'Logged':
      return (
        <>
          <Choose form={form} name="kind" label="What it is" words={kindWords} />
          <AreaAndCategory form={form} lists={lists} />
        </>
      );
    case 'Extended':
    case 'ActionMoved':
      return <DateField form={form} name="newDate" legend="The new date that was told" />;
    case 'PointDecided':
      return (
        <>
          <Choose form={form} name="finding" label="The finding" words={findingWords} />
          <TextareaField form={form} name="reasons" label="The reasons" rows={5} />
        </>
      );
    case 'ActionPromised':
    case 'InformationAsked':
      return <DateField form={form} name="dueOn" legend="By when it was to be done" />;
    case 'RemedyOffered':
      return (
        <>
          {what.kind === 'financial' ? (
            <TextField
              form={form}
              name="pence"
              label="The amount"
              width={10}
              inputmode="decimal"
              prefix={{ text: '£' }}
            />
          ) : null}
          <DateField form={form} name="dueOn" legend="By when it was to be done (empty: no day)" />
        </>
      );
    default:
      return null;
  }
}

function Choose({
  form,
  name,
  label,
  words,
}: {
  readonly form: FormState;
  readonly name: string;
  readonly label: string;
  readonly words: Readonly<Record<string, string>>;
}): VNode {
  return (
    <SelectField
      form={form}
      name={name}
      label={label}
      items={Object.entries(words).map(([value, text]) => ({ value, text }))}
    />
  );
}

/** Whether a replacement says anything else than what stands. */
export function isSame(entry: Entry, what: Correctable, happenedOn: Day): boolean {
  return entry.happenedOn === happenedOn && JSON.stringify(what) === JSON.stringify(entry.what);
}
