/** The Ombudsman's decision, issue by issue, in the words that it used on that day. */
import { z } from 'zod';
import { mayTakeDetermination } from '../../../complaint/may/take-determination.js';
import { no } from '../../../complaint/objections.js';
import { ombudsmanCasesOf } from '../../../complaint/ombudsman-case.js';
import { refuseAll } from '../../../complaint/refusals.js';
import type { ombudsmen, PointId } from '../../../facts/happened.js';
import { findingKinds, ombudsmanNames } from '../../../law/ombudsman-words.js';
import { optionalText } from '../../ui/fields.js';
import { type FormState, GroupedSelectField, TextField } from '../../ui/forms.js';
import { beginning, dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { type CaseShown, said } from '../case-shown.js';
import {
  LetterField,
  NumberField,
  number,
  numberOf,
  OmbudsmanField,
  ombudsmanFirst,
  theirPage,
  whichOmbudsman,
} from './which.js';

/** Issues that are no point of ours: how the complaint was handled is nearly always one. */
const others = [1, 2, 3] as const;
const handling = 'How we handled the complaint';

/** By Ombudsman, of those that have the case: the act refuses what that one did not use on that day. */
const groupsFor = ({ case: c }: CaseShown) => {
  const theirs = ombudsmanCasesOf(c).map(({ ombudsman }) => ombudsman);
  return groups.filter(({ of }) => theirs.includes(of) || theirs.includes('joint'));
};

const groups = (['HOS', 'LGSCO'] as const).map((ombudsman) => ({
  of: ombudsman,
  text: ombudsmanNames[ombudsman],
  items: findingKinds
    .filter((kind) => kind.ombudsman === ombudsman)
    .map(({ id, words }) => ({ value: id, text: words })),
}));

export const takeDetermination = actScreen({
  act: 'take-determination',
  title: 'Record a determination',
  schema: (shown, visit) =>
    z.object({
      ombudsman: whichOmbudsman(),
      caseNumber: number(),
      ...Object.fromEntries(shown.case.points.map((point) => [`finding${point.number}`, optionalText(60)])),
      ...Object.fromEntries(
        others.flatMap((n) => [
          [`other${n}`, optionalText(300)],
          [`otherFinding${n}`, optionalText(60)],
        ]),
      ),
      on: dayItHappened(visit, 'the day of the decision'),
    }),
  start: (shown, visit) => {
    const ombudsman = ombudsmanFirst(shown, visit, (one) => one.state !== 'decided');
    return {
      on: visit.today,
      ombudsman,
      caseNumber: numberOf(shown, ombudsman),
      other1: handling,
    };
  },
  fields: ({ form, shown }) => (
    <>
      <OmbudsmanField form={form} shown={shown} known="of-the-case" />
      <NumberField form={form} />
      <Issues form={form} shown={shown} />
      <LetterField form={form} />
      <OnField form={form} legend="When was it decided?" hint="The day on the determination" />
    </>
  ),
  decide: async (value, { file, context, attach }) => {
    const said = value as Readonly<Record<string, unknown>>;
    const text = (name: string) => (typeof said[name] === 'string' ? (said[name] as string) : null);
    const issues = [
      ...file.case.points.flatMap((point) => {
        const finding = text(`finding${point.number}`);
        return finding === null ? [] : [{ points: [point.id] as readonly PointId[], finding, text: null }];
      }),
      ...others.flatMap((n) => {
        const finding = text(`otherFinding${n}`);
        return finding === null ? [] : [{ points: [] as readonly PointId[], finding, text: text(`other${n}`) }];
      }),
    ];
    const unsaid = others.filter(
      (n) =>
        text(`other${n}`) !== null && text(`otherFinding${n}`) === null && !(n === 1 && text('other1') === handling),
    );
    if (unsaid.length > 0)
      return refuseAll(
        unsaid.map((n) =>
          no('finding-missing', `Choose the finding on issue ${n}, or take its words away.`, {
            field: `otherFinding${n}`,
          }),
        ),
      );
    const { ombudsman, caseNumber, on } = value as unknown as Head;
    return mayTakeDetermination(file.case, { on, ombudsman, caseNumber, issues, files: await attach() }, context);
  },
  names: { issues: 'otherFinding1' },
  button: 'Record the determination',
  done: 'The determination is on record. Now its orders and recommendations, each with the date that it states',
  next: theirPage,
  files: true,
});

type Head = {
  readonly ombudsman: (typeof ombudsmen)[number];
  readonly caseNumber: string;
  readonly on: Parameters<typeof mayTakeDetermination>[1]['on'];
};

function Issues({ form, shown }: { readonly form: FormState; readonly shown: CaseShown }) {
  const none = 'Not one of its issues';
  const groups = groupsFor(shown);
  return (
    <>
      <h2 class="govuk-heading-m">What it found, issue by issue</h2>
      {shown.case.points.map((point) => (
        <GroupedSelectField
          key={point.id}
          form={form}
          name={`finding${point.number}`}
          label={`Point ${point.number}: ${beginning(said(shown, point.definition?.understanding ?? point.words))}`}
          none={none}
          groups={groups}
        />
      ))}
      {others.map((n) => (
        <fieldset key={n} class="govuk-fieldset govuk-!-margin-bottom-4">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
            {n === 1 ? 'An issue that is none of our points' : `Another such issue (${n})`}
          </legend>
          <TextField form={form} name={`other${n}`} label={`What issue ${n} was`} />
          <GroupedSelectField
            form={form}
            name={`otherFinding${n}`}
            label={`Finding on issue ${n}`}
            none={none}
            groups={groups}
          />
        </fieldset>
      ))}
    </>
  );
}
