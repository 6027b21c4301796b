/** A sum of compensation by head, with its arithmetic: a second person approves it before it is offered (7.1, 7.4). */
import type { Case, Worksheet } from '../../../complaint/case.js';
import { rightToRepairDoubt, worksheetOf } from '../../../complaint/compensation.js';
import { mayWorkOutCompensation } from '../../../complaint/may/work-out-compensation.js';
import { refuse } from '../../../complaint/refusals.js';
import { whySetOffAsked } from '../../../complaint/setting-off.js';
import type { File } from '../../../facts/happened.js';
import { compensationIn } from '../../../store/compensation-settings.js';
import { DateField, FileField, Hidden, readForm, SelectField, Submit, TextareaField, typedIn } from '../../ui/forms.js';
import { OnField } from '../act-fields.js';
import { actScreen, lookUp } from '../act-screen.js';
import type { CaseShown } from '../case-shown.js';
import { said } from '../case-shown.js';
import { Heads, SetOff } from './compensation-fields.js';
import {
  compensationSchema,
  halfFilled,
  headsHalfFilled,
  headsOf,
  headsSchema,
  setOffOf,
  weighed,
} from './compensation-form.js';
import { Guidance, SoFar } from './compensation-guidance.js';
import { PointsField, remedyAsked, StageField, stageNow } from './which.js';

export const workOutCompensation = actScreen({
  act: 'work-out-compensation',
  title: 'Work out compensation',
  asks: ['remedy-kinds', 'promise'],
  schema: (_shown, visit) => compensationSchema(visit),
  start: (shown, visit) => {
    const asked = remedyAsked(visit);
    const before = worksheetOf(shown.case, asked);
    const offered = shown.case.remedies.find((one) => one.id === asked);
    const words = before?.offer?.words ?? offered?.words ?? null;
    return {
      on: visit.today,
      remedy: before?.remedy ?? offered?.id ?? '',
      stage: String(before?.offer?.stage ?? offered?.stage ?? stageNow(shown)),
      points: [...(before?.offer?.points ?? offered?.points ?? [])],
      text: words === null ? '' : said(shown, words),
      borneBy: before?.borneBy ?? 'landlord',
      dueOn: before?.offer?.dueOn ?? offered?.dueOn ?? null,
      rentEvery: 'week',
      ...(before === null ? {} : { ...headsAsTyped(shown, before.heads), ...setOffAsTyped(shown, before.setOff) }),
    };
  },
  fields: ({ form, shown }) => {
    const kept = filesBefore(shown.case, typedIn(form, 'remedy')).length;
    return (
      <>
        <Hidden name="remedy" value={typedIn(form, 'remedy')} />
        <TextareaField
          form={form}
          name="text"
          label="What it meant for the resident, in words that they will read"
          hint="For example: you were without a bath for six weeks, and rang us nine times"
          rows={4}
        />
        <PointsField form={form} shown={shown} />
        <StageField form={form} shown={shown} />
        <h2 class="govuk-heading-m">What it is for</h2>
        <p class="govuk-body">Fill in what there is. Leave the rest empty.</p>
        <Heads form={form} />
        <Submit secondary name="do" value={lookUp}>
          Show what it comes to
        </Submit>
        <h2 class="govuk-heading-m">Who bears it, and when it is paid</h2>
        <SelectField
          form={form}
          name="borneBy"
          label="Who bears it?"
          items={[
            { value: 'landlord', text: 'We do' },
            ...shown.teams
              .filter((team) => team.contractor && (!team.closed || team.id === typedIn(form, 'borneBy')))
              .map(({ id, name }) => ({ value: id, text: `${name}, to be recharged` })),
          ]}
        />
        <DateField form={form} name="dueOn" legend="By when will it be paid?" hint="For example, 27 3 2026" />
        <SetOff form={form} />
        <FileField
          form={form}
          name="files"
          label="Receipts and other proof (optional)"
          {...(kept === 0
            ? {}
            : {
                hint: `${kept === 1 ? 'The file' : `The ${kept} files`} added before ${kept === 1 ? 'stays' : 'stay'} with the sum`,
              })}
          multiple
        />
        <OnField form={form} legend="When was it worked out?" />
      </>
    );
  },
  beside: ({ form, shown, visit }) => {
    const read = readForm(headsSchema(), form.values);
    const half = read.ok ? headsHalfFilled(read.value) : null;
    return (
      <>
        <SoFar
          form={form}
          heads={read.ok ? headsOf(read.value) : []}
          unclear={half === null ? read.form.errors : [half]}
          doubts={rightToRepairDoubt(shown.case, compensationIn(visit.landlord.settings).landlord)}
        />
        <Guidance settings={compensationIn(visit.landlord.settings)} tenure={shown.case.tenure} />
      </>
    );
  },
  decide: async (value, { file, context, attach, visit }) => {
    const half = halfFilled(value);
    if (half !== null) return refuse('half-filled', half.words, { field: half.field });
    return mayWorkOutCompensation(
      file.case,
      {
        on: value.on,
        remedy: value.remedy,
        stage: value.stage,
        points: value.points,
        text: value.text,
        heads: headsOf(value),
        borneBy: value.borneBy,
        dueOn: value.dueOn,
        setOff: setOffOf(value),
        landlord: compensationIn(visit.landlord.settings).landlord,
        files: [...filesBefore(file.case, value.remedy), ...(await attach())],
      },
      context,
    );
  },
  names: {
    heads: 'distressPence',
    statutory: 'statutoryNote',
    loss: 'receipts',
    'loss-of-use': 'rentPence',
    'time-and-trouble': 'troubleNote',
    distress: 'distressNote',
    'delay-handling': 'handlingNote',
  },
  button: 'Send it for approval',
  done: 'The sum waits for a second person to approve it',
  next: '/promises',
  files: true,
});

/** Receipts that came with an earlier version of the sum stay with it. */
function filesBefore(c: Case, remedy: string | null): readonly File[] {
  const files = worksheetOf(c, remedy)?.files ?? [];
  return files.filter((file) => !c.erased.includes(file));
}

/** What would go against a debt; whether it may is said anew. */
function setOffAsTyped(shown: CaseShown, setOff: Worksheet['setOff']): Record<string, string> {
  if (setOff === null) return {};
  const { reason, notOrdered } = whySetOffAsked(said(shown, setOff.reason));
  return {
    setOff: 'yes',
    setOffPence: (setOff.pence / 100).toFixed(2),
    setOffReason: reason,
    setOffNotOrdered: notOrdered,
    setOffImpact: said(shown, setOff.impact),
    setOffConsent: said(shown, setOff.consent),
  };
}

/** A sum that is worked out anew begins with what was typed before. */
function headsAsTyped(shown: CaseShown, heads: Worksheet['heads']): Record<string, string> {
  const typed: Record<string, string> = {};
  const inPounds = (pence: number) => (pence / 100).toFixed(2);
  for (const { head, working, words } of heads) {
    if (working === null) continue;
    const note = words === null ? '' : said(shown, words);
    const name = weighed.find((one) => one.head === head)?.name ?? 'statutory';
    switch (working.is) {
      case 'sum':
      case 'times':
        typed[`${name}Pence`] = inPounds(working.pence);
        typed[`${name}Note`] = note;
        if (working.is === 'times') typed[`${name}Times`] = String(working.times);
        break;
      case 'receipts':
        typed.receipts = note;
        break;
      case 'share-of-rent':
        typed.rentPence = inPounds(working.rentPence);
        typed.rentEvery = working.every;
        typed.rentPercent = String(working.percent);
        typed.rentFrom = working.from;
        typed.rentUntil = working.until;
        typed.rentNote = note;
        break;
      case 'right-to-repair':
        typed.repairDays = String(working.days);
        break;
      default:
        working satisfies never;
    }
  }
  return typed;
}
