/** Extending: told in writing, with the reason, the new date and the Ombudsman's details, by the day it is due (6.4, 6.5, 6.15, 6.16). */
import { z } from 'zod';
import { mayExtend } from '../../../complaint/may/extend.js';
import { runningStage } from '../../../complaint/permitted.js';
import { extensionReasonWords } from '../../../complaint/standing-words.js';
import { extensionReasons } from '../../../facts/happened.js';
import type { Matter } from '../../../letters/words.js';
import { DayText } from '../../ui/dates.js';
import { choice, optionalChoice, optionalText, requiredDay, requiredText, tick } from '../../ui/fields.js';
import { DateField, RadiosField, TextareaField, TickField } from '../../ui/forms.js';
import type { Visit } from '../../visit.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import type { CaseShown } from '../case-shown.js';
import { draftToo, mayBeginLetter, toField, toTheLetter } from './begin.js';
import { ToField } from './to-field.js';

function clockOf(shown: CaseShown) {
  const stage = runningStage(shown.case) ?? 1;
  return shown.clocks.find((clock) => clock.kind === `stage-${stage}-response`) ?? null;
}

const schemaOf = (shown: CaseShown, visit: Visit) =>
  z.object({
    newDate: requiredDay('the new date'),
    reason: requiredText('Write the reason that the resident is given', 10_000),
    because: choice(extensionReasons, 'Choose what it is waiting for'),
    goodReason: optionalText(10_000),
    agreed: optionalChoice(['yes', 'no']),
    way: choice(['write', 'before'], 'Choose how they are told'),
    inWriting: tick(),
    ombudsmanDetails: tick(),
    on: dayItHappened(visit, 'the day they were told'),
    to: toField(shown, visit),
  });
type Extension = z.output<ReturnType<typeof schemaOf>>;

function matterOf(value: Extension, shown: CaseShown, visit: Visit): Matter {
  const stage = runningStage(shown.case) ?? 1;
  return {
    kind: 'extension',
    stage,
    newDate: value.newDate,
    reason: value.reason,
    because: value.because,
    dueBefore: clockOf(shown)?.due ?? visit.today,
  };
}

export const extend = actScreen({
  act: 'extend',
  title: (shown) => `Extend stage ${runningStage(shown.case) ?? 1}`,
  asks: ['extend-1', 'extend-2', 'extend-ombudsman-1', 'extend-ombudsman-2', 'update-interval'],
  schema: schemaOf,
  start: (_shown, visit) => ({ on: visit.today, way: 'write' }),
  fields: ({ form, shown, visit }) => {
    const clock = clockOf(shown);
    return (
      <>
        {clock === null ? null : (
          <p class="govuk-body">
            The answer is due on <DayText day={clock.due} />.
            {clock.longestExtension === null
              ? ''
              : ` Without a good reason it can be extended by ${clock.longestExtension} working days in all; ${clock.extendedBy} are used.`}
          </p>
        )}
        <DateField form={form} name="newDate" legend="The new date" />
        <TextareaField
          form={form}
          name="reason"
          label="Why, as the resident is told"
          hint="These words go into the letter"
        />
        <RadiosField
          form={form}
          name="because"
          legend="Why it takes longer, for the figures"
          items={extensionReasons.map((value) => ({ value, text: extensionReasonWords[value] }))}
        />
        <TextareaField
          form={form}
          name="goodReason"
          label="If it is longer than usual: the good reason"
          hint="A manager approves it by sending the letter"
          rows={3}
        />
        {shown.case.edition === '2024' ? null : (
          <RadiosField
            form={form}
            name="agreed"
            legend="If it is longer than usual: does the resident agree?"
            inline
            items={[
              { value: 'yes', text: 'Yes' },
              { value: 'no', text: 'No' },
            ]}
          />
        )}
        <RadiosField
          form={form}
          name="way"
          legend="How are they told?"
          items={[
            { value: 'write', text: 'Write it now' },
            {
              value: 'before',
              text: 'They were told before, outside this system',
              shows: (
                <>
                  <TickField form={form} name="inWriting" label="In writing" />
                  <TickField form={form} name="ombudsmanDetails" label="With the Ombudsman’s contact details" />
                </>
              ),
            },
          ]}
        />
        <ToField form={form} shown={shown} visit={visit} />
        <OnField
          form={form}
          legend="When were they told?"
          hint="For what was told before. A letter counts from the day you send it."
        />
      </>
    );
  },
  decide: (value, { file, context, shown, visit }) => {
    const stage = runningStage(file.case) ?? 1;
    const request = {
      stage,
      newDate: value.newDate,
      reason: value.reason,
      because: value.because,
      goodReason: value.goodReason === null ? null : { text: value.goodReason, approvedBy: null },
      agreed: value.agreed === null ? null : value.agreed === 'yes',
      letter: null,
    };
    if (value.way === 'before') {
      const { on, inWriting, ombudsmanDetails } = value;
      return mayExtend(file.case, { ...request, on, inWriting, ombudsmanDetails }, context);
    }
    // Whether a manager approves is asked when it is sent; everything else already now.
    const asManager = { ...context, by: { ...context.by, roles: [...context.by.roles, 'manager' as const] } };
    const wouldBe = mayExtend(
      file.case,
      { ...request, on: context.today, inWriting: true, ombudsmanDetails: true },
      asManager,
    );
    return mayBeginLetter(file.case, matterOf(value, shown, visit), wouldBe, context);
  },
  extras: (value, visit, shown) =>
    value.way === 'write' ? draftToo(matterOf(value, shown, visit), value.to, visit, shown) : {},
  button: 'Go on',
  done: (value) => (value.way === 'write' ? 'The letter is begun. The date moves when it is sent' : 'Recorded'),
  next: (value, outcome) => (value.way === 'write' ? toTheLetter(outcome) : '/clock'),
});
