/** Triage: what a contact is. The resident's own choice decides whether dissatisfaction is a complaint (1.3, 1.4, 6.1). */
import { z } from 'zod';
import { kindsToChoose } from '../../../complaint/hazards.js';
import { inTurn } from '../../../complaint/in-turn.js';
import { mayLog } from '../../../complaint/may/log.js';
import { mayOfferChoice } from '../../../complaint/may/offer-choice.js';
import { hazardKindWords, kindWords, sendingWords } from '../../../complaint/standing-words.js';
import { hazardKinds, kinds, sendings } from '../../../facts/happened.js';
import { suggestHazards } from '../../../post/suggest-hazards.js';
import { type SuggestedKind, suggestKind } from '../../../post/suggest-kind.js';
import { readFormTold } from '../../../store/form-told.js';
import { Details, InsetText } from '../../ui/components.js';
import { choice, choices, optionalChoice, optionalText, tick } from '../../ui/fields.js';
import { CheckboxesField, type FormState, RadiosField, SelectField, TextareaField, TickField } from '../../ui/forms.js';
import { AreaAndCategory, dayItHappened, OnField, offTheLists, readLists } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { type CaseShown, said } from '../case-shown.js';
import { FormToldShown } from '../form-told.js';
import { PointsTold } from './points-told.js';

const pointFields = ['point1', 'point2', 'point3', 'point4', 'point5'] as const;

export const logCase = actScreen({
  act: 'log',
  title: 'Say what this is',
  asks: ['choice', 'triage'],
  reads: async (trx, shown) => ({ ...(await readLists(trx)), form: await readFormTold(trx, shown.case.id) }),
  schema: (_shown, visit) =>
    z.object({
      on: dayItHappened(visit, 'the day it was logged'),
      dissatisfied: choice(['yes', 'no'], 'Choose whether anybody is dissatisfied here'),
      offered: optionalChoice(['complain', 'not-complain', 'no-answer-yet']),
      offeredHow: optionalChoice(sendings),
      kind: choice(kinds, 'Choose what this is'),
      complexity: optionalChoice(['simple', 'complex']),
      atRisk: tick(),
      earlyAnswer: tick(),
      hazards: choices(hazardKinds),
      area: optionalText(120),
      category: optionalText(120),
      point1: optionalText(20_000),
      point2: optionalText(20_000),
      point3: optionalText(20_000),
      point4: optionalText(20_000),
      point5: optionalText(20_000),
    }),
  start: (shown, visit) => ({
    on: visit.today,
    hazards: [
      ...new Set([
        ...shown.case.hazardsSuggested,
        ...suggestHazards(said(shown, shown.case.words)).map((one) => one.hazard),
      ]),
    ],
    area: shown.case.area ?? shown.home?.area ?? '',
    category: shown.case.category ?? '',
  }),
  fields: ({ form, shown, more }) => (
    <>
      <h2 class="govuk-heading-s">What they said</h2>
      <div class="app-words">{said(shown, shown.case.words)}</div>
      <FormToldShown told={more.form} shown={shown} />
      <Suggestion shown={shown} />
      <RadiosField
        form={form}
        name="dissatisfied"
        legend="Is anybody dissatisfied with what we did, did not do, or with our staff?"
        hint="They do not have to use the word complaint"
        inline
        items={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ]}
      />
      <Choice form={form} shown={shown} />
      <RadiosField
        form={form}
        name="kind"
        legend="What is it?"
        items={kinds.map((value) => ({
          value,
          text: kindWords[value],
          ...(value === 'service-request' ? { hint: 'They ask us to put something right, for the first time' } : {}),
        }))}
      />
      <fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">If it is a complaint</legend>
        <PointsTold shown={shown} />
        <p class="govuk-hint">
          Each point in the resident’s own words. Leave them empty and everything they said is one point. More can be
          added later.
        </p>
        {pointFields.slice(0, 2).map((name, i) => (
          <TextareaField key={name} form={form} name={name} label={`Point ${i + 1}`} rows={3} />
        ))}
        <Details summaryText="More points">
          {pointFields.slice(2).map((name, i) => (
            <TextareaField key={name} form={form} name={name} label={`Point ${i + 3}`} rows={3} />
          ))}
        </Details>
        <RadiosField
          form={form}
          name="complexity"
          legend="How hard is it?"
          inline
          items={[
            { value: 'simple', text: 'Simple' },
            { value: 'complex', text: 'Complex' },
          ]}
        />
        <TickField form={form} name="atRisk" label="Somebody is vulnerable or at risk" />
        <TickField form={form} name="earlyAnswer" label="It can be answered early, without much looking into" />
      </fieldset>
      <CheckboxesField
        form={form}
        name="hazards"
        legend="Does it name a hazard?"
        hint="A hazard is put right now, whatever becomes of the complaint"
        small
        items={kindsToChoose.map((value) => ({ value, text: hazardKindWords[value] }))}
      />
      <AreaAndCategory form={form} lists={more} />
      <OnField form={form} legend="When was this decided?" />
    </>
  ),
  decide: (value, { file, context, shown, more }) => {
    const off = offTheLists(value, more, shown);
    if (off !== null) return off;
    const points = pointFields.flatMap((name) => (value[name] === null ? [] : [{ text: value[name], since: null }]));
    return inTurn(file.case, context, [
      ...(value.offered === null
        ? []
        : [
            (c: typeof file.case) =>
              mayOfferChoice(
                c,
                {
                  on: value.on,
                  answer: value.offered ?? 'no-answer-yet',
                  how: value.offeredHow ?? 'phone',
                  note: null,
                },
                context,
              ),
          ]),
      (c) =>
        mayLog(
          c,
          {
            on: value.on,
            kind: value.kind,
            area: value.area,
            category: value.category,
            hazards: value.hazards,
            triage:
              value.complexity === null
                ? null
                : { complexity: value.complexity, atRisk: value.atRisk, earlyAnswer: value.earlyAnswer },
            voicesDissatisfaction: value.dissatisfied === 'yes',
            points,
          },
          context,
        ),
    ]);
  },
  names: { triage: 'complexity', points: 'point1' },
  button: 'Log it',
  done: (value) => `Logged: ${kindWords[value.kind].toLowerCase()}`,
});

function Choice({ form, shown }: { readonly form: FormState; readonly shown: CaseShown }) {
  const answer = shown.case.choiceToComplain?.answer ?? null;
  if (answer === 'complain' || answer === 'not-complain') {
    return (
      <InsetText
        text={
          answer === 'complain'
            ? 'They were offered the choice and chose to complain.'
            : 'They were offered the choice and chose not to complain.'
        }
      />
    );
  }
  return (
    <>
      <RadiosField
        form={form}
        name="offered"
        legend="If so: what did they choose, when you offered to raise a complaint?"
        hint="Leave it empty when their own words already ask for a complaint"
        items={[
          { value: 'complain', text: 'They want to complain' },
          { value: 'not-complain', text: 'They do not want to complain' },
          { value: 'no-answer-yet', text: 'They were asked and have not answered yet' },
        ]}
      />
      <SelectField
        form={form}
        name="offeredHow"
        label="How were they asked?"
        none="Not asked"
        items={sendings.map((value) => ({ value, text: sendingWords[value] }))}
      />
    </>
  );
}

/** What the words themselves suggest, with the reasons. Only ever a suggestion: nothing is chosen by it. */
function Suggestion({ shown }: { readonly shown: CaseShown }) {
  const words = said(shown, shown.case.words);
  const { kind, because } = suggestKind('', words, null);
  const hazards = suggestHazards(words);
  if (kind === 'unknown' && hazards.length === 0) return null;
  return (
    <Details summaryText="What their words suggest">
      <p class="govuk-body">You decide. This only looks for words that often mean something.</p>
      <ul class="govuk-list govuk-list--bullet">
        {because.map((reason) => (
          <li key={reason}>
            {suggestedWords[kind]}: {reason}
          </li>
        ))}
        {hazards.map((one) => (
          <li key={one.hazard}>
            Hazard ({hazardKindWords[one.hazard].toLowerCase()}): {one.because}
          </li>
        ))}
      </ul>
    </Details>
  );
}

const suggestedWords: Readonly<Record<SuggestedKind, string>> = {
  complaint: 'Perhaps a complaint',
  'service-request': 'Perhaps a service request',
  enquiry: 'Perhaps an enquiry',
  compliment: 'Perhaps a compliment',
  comment: 'Perhaps a comment',
  unknown: 'Not clear',
};
