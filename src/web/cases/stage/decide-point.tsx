/** A finding on one point, with reasons and the policy, law or good practice it rests on (6.7, 6.18). */
import { z } from 'zod';
import type { Point } from '../../../complaint/case.js';
import { mayDecidePoint } from '../../../complaint/may/decide-point.js';
import { runningStage } from '../../../complaint/permitted.js';
import { decisionAt, ownPoints } from '../../../complaint/points.js';
import { findingWords } from '../../../complaint/standing-words.js';
import { findings, type PointId } from '../../../facts/happened.js';
import { Details } from '../../ui/components.js';
import { choice, optionalText, requiredId, requiredText } from '../../ui/fields.js';
import { type FormState, RadiosField, SelectField, TextareaField, TextField, typedIn } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { casePath } from '../case-frame.js';
import { type CaseShown, said } from '../case-shown.js';
import { firstPoint, OtherPoints, stageOf, ThisPoint } from '../points/this-point.js';

const lines = [1, 2, 3, 4] as const;
const kinds = ['policy', 'law', 'good-practice'] as const;
const kindItems = [
  { value: 'policy', text: 'Our policy' },
  { value: 'law', text: 'Law' },
  { value: 'good-practice', text: 'Good practice' },
];
const kind = choice(kinds, 'Choose what kind it is').default('policy');

export const decidePoint = actScreen({
  act: 'decide-point',
  title: (shown) => (stageOf(shown) === 2 ? 'Decide a point at stage 2' : 'Decide a point'),
  asks: (shown) =>
    stageOf(shown) === 2 ? ['every-point-2', 'both-sides', 'different-person'] : ['every-point-1', 'both-sides'],
  schema: (_shown, visit) =>
    z.object({
      point: requiredId('Choose the point'),
      finding: choice(findings, 'Choose what you find'),
      reasons: requiredText('Give the reasons for the decision', 50_000),
      kind1: kind,
      text1: optionalText(1_000),
      kind2: kind,
      text2: optionalText(1_000),
      kind3: kind,
      text3: optionalText(1_000),
      kind4: kind,
      text4: optionalText(1_000),
      on: dayItHappened(visit, 'the day it was decided'),
    }),
  start: (shown, visit) => {
    const stage = stageOf(shown);
    const point = firstPoint(visit, ownPoints(shown.case, stage), isToDecide(stage));
    const before = point === null ? null : decisionAt(point, stage);
    const values: Record<string, string | null> = {
      on: visit.today,
      point: point?.id ?? null,
      finding: before?.finding ?? null,
      reasons: before === null ? null : said(shown, before.reasons),
    };
    for (const [i, one] of (before?.reliedOn ?? []).slice(0, 4).entries()) {
      values[`kind${i + 1}`] = one.kind;
      values[`text${i + 1}`] = said(shown, one.words);
    }
    return values;
  },
  fields: ({ form, shown }) => (
    <>
      <ThisPoint form={form} shown={shown} />
      <Understood form={form} shown={shown} />
      <RadiosField
        form={form}
        name="finding"
        legend="What do you find?"
        inline
        items={findings.map((value) => ({ value, text: findingWords[value] }))}
      />
      <TextareaField
        form={form}
        name="reasons"
        label="Why"
        hint="What you looked at and what it showed, in words the resident can follow: they go into the letter"
        rows={7}
      />
      <fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
          What it rests on, where there is something
        </legend>
        {lines.slice(0, 2).map((n) => (
          <ReliedOn key={n} form={form} n={n} />
        ))}
        <Details summaryText="More of them" open={lines.slice(2).some((n) => typedIn(form, `text${n}`) !== '')}>
          {lines.slice(2).map((n) => (
            <ReliedOn key={n} form={form} n={n} />
          ))}
        </Details>
      </fieldset>
      <OnField form={form} legend="When was it decided?" />
    </>
  ),
  beside: ({ form, shown }) => (
    <>
      <OtherPoints form={form} shown={shown} act="decide-point" ends={(point) => point.state === 'defined'} />
      <Heard shown={shown} />
    </>
  ),
  decide: (value, { file, context, shown }) =>
    mayDecidePoint(
      file.case,
      {
        on: value.on,
        stage: stageOf(shown),
        point: value.point as PointId,
        finding: value.finding,
        reasons: value.reasons,
        reliedOn: lines.flatMap((n) => {
          const text = value[`text${n}`];
          return text === null ? [] : [{ kind: value[`kind${n}`], text }];
        }),
      },
      context,
    ),
  names: { reliedOn: 'text1' },
  button: 'Record the decision',
  done: (value, outcome) => {
    const decided = outcome.case.points.find(({ id }) => id === value.point);
    const next = pointsLeft(outcome.case)[0];
    const what = `Point ${decided?.number ?? ''}: ${findingWords[value.finding].toLowerCase()}`;
    return next === undefined ? what : `${what}. Now point ${next.number}`;
  },
  next: (_value, outcome) => {
    const [next] = pointsLeft(outcome.case);
    return next === undefined ? '/points' : `/decide-point?point=${next.id}`;
  },
});

function isToDecide(stage: 1 | 2) {
  return (point: Point) => point.state === 'defined' && decisionAt(point, stage) === null;
}

function pointsLeft(c: Parameters<typeof ownPoints>[0]): readonly Point[] {
  const stage = runningStage(c);
  return stage === null ? [] : ownPoints(c, stage).filter(isToDecide(stage));
}

/** What was understood and wanted, and at stage 2 what stage 1 found. */
function Understood({ form, shown }: { readonly form: FormState; readonly shown: CaseShown }) {
  const point = shown.case.points.find(({ id }) => id === typedIn(form, 'point'));
  if (point === undefined) return null;
  const stage1 = stageOf(shown) === 2 ? decisionAt(point, 1) : null;
  return (
    <>
      {point.definition === null ? null : (
        <>
          <h3 class="govuk-heading-s">What we understood</h3>
          <p class="govuk-body app-quote">{said(shown, point.definition.understanding)}</p>
          <h3 class="govuk-heading-s">What they want</h3>
          <p class="govuk-body app-quote">{said(shown, point.definition.outcomeSought)}</p>
        </>
      )}
      {stage1 === null ? null : (
        <>
          <h3 class="govuk-heading-s">At stage 1: {findingWords[stage1.finding].toLowerCase()}</h3>
          <p class="govuk-body app-quote">{said(shown, stage1.reasons)}</p>
        </>
      )}
    </>
  );
}

/** How far both sides have been heard, and the way to the evidence. */
function Heard({ shown }: { readonly shown: CaseShown }) {
  const record = shown.case.stages[stageOf(shown)];
  const lines = [
    `${heard(record?.positions.filter((one) => 'person' in one.from).length ?? 0)} from the resident`,
    `${heard(record?.positions.filter((one) => 'staff' in one.from).length ?? 0)} from staff`,
    ...(record?.findingsShared.length ? [`Findings shared, ${record.comments.length || 'no'} comments on them`] : []),
    ...(shown.case.requests.some((one) => one.receivedOn === null) ? ['An answer is still to come from others'] : []),
  ];
  return (
    <section aria-labelledby="heard">
      <h2 class="govuk-heading-s" id="heard">
        What has been heard
      </h2>
      <ul class="govuk-list">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href={casePath(shown.case.reference, '/evidence')} target="_blank" rel="noopener">
          See the evidence (opens in a new tab)
        </a>
      </p>
    </section>
  );
}

function heard(n: number): string {
  return n === 0 ? 'No account yet' : n === 1 ? '1 account' : `${n} accounts`;
}

function ReliedOn({ form, n }: { readonly form: FormState; readonly n: number }) {
  return (
    <>
      <SelectField form={form} name={`kind${n}`} label={`Kind ${n}`} items={kindItems} />
      <TextField form={form} name={`text${n}`} label={`Which policy, law or practice ${n} (optional)`} />
    </>
  );
}
