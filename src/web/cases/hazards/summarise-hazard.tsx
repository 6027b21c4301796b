/** The resident has in writing what was found, what will be done and by when: in a letter of the case, or as it was given before. */
import { z } from 'zod';
import { withinWords } from '../../../complaint/hazard-clock-words.js';
import { mayPlanHazardSummary } from '../../../complaint/hazard-plan.js';
import { lastInvestigation } from '../../../complaint/hazards.js';
import { maySummariseHazard } from '../../../complaint/may/summarise-hazard.js';
import { refuse } from '../../../complaint/refusals.js';
import { sendings } from '../../../facts/happened.js';
import { hazardDuty, hazardRegulations } from '../../../law/hazards.js';
import type { MatterOf } from '../../../letters/words.js';
import { choice, optionalChoice, optionalDay, optionalText } from '../../ui/fields.js';
import { DateField, type FormState, Hidden, RadiosField, TextareaField } from '../../ui/forms.js';
import type { Visit } from '../../visit.js';
import { dayItHappened, HowField, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { mayBegin } from '../acts.js';
import { type CaseShown, said } from '../case-shown.js';
import { draftToo, mayBeginLetter, toField, toTheLetter } from '../letters/begin.js';
import { ToField } from '../letters/to-field.js';
import { HazardField, startWith, whichHazard } from './which-hazard.js';

const longest = 10_000;

/** Whoever writes letters begins one here; others record what was given. */
const ways = (shown: CaseShown, visit: Visit): readonly ('write' | 'given')[] =>
  mayBegin(shown, visit, 'draft-letter') ? ['write', 'given'] : ['given'];

function schema(shown: CaseShown, visit: Visit) {
  return z.object({
    hazard: whichHazard(),
    way: choice(ways(shown, visit), 'Choose how the summary is given'),
    found: optionalText(longest),
    safety: optionalText(longest),
    safeBy: optionalDay('the day by which the home is made safe'),
    further: optionalText(longest),
    furtherFrom: optionalDay('the day on which the further work begins'),
    furtherBy: optionalDay('the day by which the further work is finished'),
    meanwhile: optionalText(longest),
    to: toField(shown, visit),
    text: optionalText(50_000),
    how: optionalChoice(sendings),
    on: dayItHappened(visit, 'the day it was given'),
  });
}
type Value = z.output<ReturnType<typeof schema>>;

const matterOf = (value: Value): MatterOf<'hazard-summary'> => ({
  kind: 'hazard-summary',
  hazard: value.hazard,
  plan: {
    found: value.found ?? '',
    safety: value.safety ?? '',
    safeBy: value.safeBy,
    further: value.further,
    furtherFrom: value.furtherFrom,
    furtherBy: value.furtherBy,
    meanwhile: value.meanwhile ?? '',
  },
});

/** The fields of a summary that is written here. */
function Written({
  form,
  shown,
  visit,
}: {
  readonly form: FormState;
  readonly shown: CaseShown;
  readonly visit: Visit;
}) {
  return (
    <>
      <TextareaField
        form={form}
        name="found"
        label="What was found?"
        hint="For the resident to read: what was looked at, by whom, and what they found"
        rows={5}
      />
      <TextareaField
        form={form}
        name="safety"
        label="What makes the home safe?"
        hint="The work that is done. If it is done already, or none is needed, say so and why"
        rows={4}
      />
      <DateField form={form} name="safeBy" legend="By when is the home made safe? (if it is not yet)" />
      <TextareaField
        form={form}
        name="further"
        label="What keeps it from coming back? (if more work is needed)"
        rows={3}
      />
      <DateField form={form} name="furtherFrom" legend="When does that work begin? (if it has not)" />
      <DateField form={form} name="furtherBy" legend="By when is it finished?" />
      <TextareaField
        form={form}
        name="meanwhile"
        label="What can the resident do meanwhile?"
        hint="What keeps them safe, and what to tell us at once"
        rows={3}
      />
      <ToField form={form} shown={shown} visit={visit} />
    </>
  );
}

/** The fields of one that was left at the visit, or sent otherwise. */
function Given({ form }: { readonly form: FormState }) {
  return (
    <>
      <TextareaField
        form={form}
        name="text"
        label="What did the summary say?"
        hint="What was found, and whether it is a hazard; what will be done and by when; where none is needed, why; how to reach us"
        rows={8}
      />
      <HowField form={form} legend="How was it given?" />
      <OnField form={form} legend="When was it given?" />
    </>
  );
}

export const summariseHazard = actScreen({
  act: 'summarise-hazard',
  title: 'Give the written summary of a hazard',
  schema,
  start: (shown, visit) => {
    const start = startWith(shown, visit, 'summarise-hazard');
    const hazard = shown.case.hazards.find(({ id }) => id === start.hazard);
    const last = hazard === undefined ? null : lastInvestigation(hazard);
    return { ...start, way: ways(shown, visit)[0], found: last === null ? '' : said(shown, last.words) };
  },
  fields: ({ form, shown, visit }) => {
    const given = {
      value: 'given',
      text: 'It was given already',
      hint: 'Left at the visit, or sent outside this system',
    };
    return (
      <>
        <p class="govuk-body">
          {hazardRegulations} asks for it {withinWords(hazardDuty('summary').within)} of the end of the investigation.
        </p>
        <HazardField form={form} shown={shown} act="summarise-hazard" />
        {ways(shown, visit).includes('write') ? (
          <RadiosField
            form={form}
            name="way"
            legend="How is it given?"
            items={[
              {
                value: 'write',
                text: 'Write it as a letter now',
                hint: 'It counts as given when the letter is sent',
                shows: <Written form={form} shown={shown} visit={visit} />,
              },
              { ...given, shows: <Given form={form} /> },
            ]}
          />
        ) : (
          <>
            <Hidden name="way" value="given" />
            <Given form={form} />
          </>
        )}
      </>
    );
  },
  decide: (value, { file, context }) => {
    if (value.way === 'write') {
      const matter = matterOf(value);
      return mayBeginLetter(file.case, matter, mayPlanHazardSummary(file.case, matter, context), context);
    }
    const { hazard, how, text, on } = value;
    return how === null
      ? refuse('how-missing', 'Say how it was given.', { field: 'how' })
      : maySummariseHazard(file.case, { on, hazard, how, text, letter: null }, context);
  },
  extras: (value, visit, shown) => (value.way === 'write' ? draftToo(matterOf(value), value.to, visit, shown) : {}),
  button: 'Go on',
  done: (value) =>
    value.way === 'write' ? 'The letter is begun. The summary is given when it is sent' : 'The summary is on record',
  next: (value, outcome) => (value.way === 'write' ? toTheLetter(outcome) : ''),
});
