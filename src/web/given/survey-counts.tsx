/** What a survey's sheet gave: the counts by kind of home, and what each wording of an answer counts as. */
import type { VNode } from 'preact';
import type { SurveyCount, Wording } from '../../reports/survey-sheet.js';
import { Table, Tag } from '../ui/components.js';
import { type FormState, SelectField } from '../ui/forms.js';
import { Scroll } from '../ui/scroll.js';
import { shareSatisfied } from './surveys.js';
import { counted, perceptionWords } from './words.js';

const choices = [
  { value: 'satisfied', text: 'Satisfied (very or fairly)' },
  { value: 'not-satisfied', text: 'Not satisfied, or neither' },
  { value: 'left-out', text: 'No answer: left out' },
];

export function SurveyCounts(props: {
  readonly form: FormState;
  readonly wordings: readonly Wording[];
  readonly counts: readonly SurveyCount[];
}): VNode {
  const { form, wordings, counts } = props;
  return (
    <>
      <h2 class="govuk-heading-m">What was counted</h2>
      {counts.length === 0 ? (
        <p class="govuk-body">No answer could be counted yet.</p>
      ) : (
        <Scroll label="What was counted">
          <Table
            caption="What was counted"
            captionClasses="govuk-visually-hidden"
            firstCellIsHeader
            head={[
              { text: 'Homes' },
              { text: 'Satisfied', format: 'numeric' },
              { text: 'Answered', format: 'numeric' },
              { text: 'Share', format: 'numeric' },
            ]}
            rows={counts.map((count) => [
              { text: count.homes === null ? nameOfRest(counts) : perceptionWords[count.homes] },
              { text: counted(count.satisfied), format: 'numeric' },
              { text: counted(count.answered), format: 'numeric' },
              { text: shareSatisfied(count), format: 'numeric' },
            ])}
          />
        </Scroll>
      )}
      {wordings.length === 0 ? null : <h2 class="govuk-heading-m">What each answer counts as</h2>}
      <ul class="app-list app-map">
        {wordings.map(({ text, people, sure }, i) => (
          <li key={text} class="app-list__item app-map__item">
            <p class="govuk-body govuk-!-margin-bottom-1">
              <strong>{text === '' ? 'Blank' : text}</strong> {counted(people)} {people === 1 ? 'person' : 'people'}{' '}
              {sure ? null : <Tag colour="yellow">Check this</Tag>}
            </p>
            <SelectField
              form={form}
              name={`wording-${i}`}
              label={`What ‘${text === '' ? 'Blank' : text}’ counts as`}
              items={choices}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

function nameOfRest(counts: readonly SurveyCount[]): string {
  return counts.length === 1 ? perceptionWords.all : 'Not said';
}
