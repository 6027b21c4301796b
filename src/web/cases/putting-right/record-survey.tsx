/** What a resident says of how their complaint was handled, asked by telephone or on paper. Never TP09. */
import { z } from 'zod';
import {
  type Rating,
  type SurveyAnswers,
  type SurveyQuestion,
  surveyQuestions,
} from '../../../complaint/asking/survey.js';
import { surveySeenAs } from '../../../complaint/asking/what-follows.js';
import { mayRecordSurvey } from '../../../complaint/may/record-survey.js';
import { suggestKind } from '../../../post/suggest-kind.js';
import { noteArrival } from '../../../store/arrivals.js';
import { noteSurveyAnswered } from '../../../store/resident-surveys.js';
import { InsetText } from '../../ui/components.js';
import { choice, optionalChoice, optionalText } from '../../ui/fields.js';
import { RadiosField, TextareaField } from '../../ui/forms.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';

const ways = { phone: 'By telephone', 'in-person': 'In person', letter: 'On paper' } as const;
type Way = keyof typeof ways;

const ratingWords: Readonly<Record<string, string>> = {
  '5': 'Very satisfied',
  '4': 'Fairly satisfied',
  '3': 'Neither',
  '2': 'Fairly dissatisfied',
  '1': 'Very dissatisfied',
};
const values = ['5', '4', '3', '2', '1'] as const;
const rating = () => optionalChoice(values);

export const recordSurvey = actScreen({
  act: 'record-survey',
  title: 'Record a survey',
  schema: (_shown, visit) =>
    z.object({
      easy: rating(),
      informed: rating(),
      fair: rating(),
      handled: rating(),
      outcome: rating(),
      text: optionalText(20_000),
      how: choice(Object.keys(ways) as [Way, ...Way[]], 'Choose how they were asked'),
      on: dayItHappened(visit, 'the day they answered'),
    }),
  start: (_shown, visit) => ({ on: visit.today, how: 'phone' }),
  fields: ({ form }) => (
    <>
      <InsetText>
        Read each question out as it stands. Whoever would rather not answer one leaves it out. What they say counts
        among residents asked after their own case; it is not TP09.
      </InsetText>
      {surveyQuestions.map((question) => (
        <RadiosField
          key={question}
          form={form}
          name={question}
          legend={`How satisfied are you with ${asked[question]}?`}
          small
          items={values.map((value) => ({ value, text: ratingWords[value] ?? value }))}
        />
      ))}
      <TextareaField form={form} name="text" label="What they said, in their own words (optional)" rows={3} />
      <RadiosField
        form={form}
        name="how"
        legend="How did they answer?"
        small
        items={Object.entries(ways).map(([value, text]) => ({ value, text }))}
      />
      <OnField form={form} legend="When did they answer?" />
    </>
  ),
  decide: (value, { file, context }) =>
    mayRecordSurvey(file.case, { on: value.on, answers: answersOf(value), text: value.text }, context),
  extras: (value) => ({
    also: async (trx, { caseId, case: c }) => {
      const { on, how, text } = value;
      await noteSurveyAnswered(trx, { caseId, person: c.person, on, how });
      // Words of dissatisfaction do as they would in a letter, whoever wrote them down.
      const said = { words: text !== null, dissatisfied: text !== null && suggestKind('', text, null).dissatisfied };
      const seq = c.entries.findLast(({ what }) => what.type === 'SurveyAnswered')?.seq ?? null;
      for (const kind of surveySeenAs(c, answersOf(value), said).filter((one) => one !== 'message'))
        await noteArrival(trx, {
          key: `survey ${kind} ${caseId} ${seq}`,
          kind,
          caseId,
          seq,
          person: c.person,
          channel: 'survey',
          arrivedOn: on,
          note: text,
        });
    },
  }),
  button: 'Record the survey',
  done: 'Survey recorded',
});

const asked: Readonly<Record<SurveyQuestion, string>> = {
  easy: 'how easy it was to complain',
  informed: 'how well we kept you informed',
  fair: 'how fairly and respectfully we treated you',
  handled: 'how we handled your complaint, all in all',
  outcome: 'the outcome',
};

function answersOf(value: Readonly<Record<SurveyQuestion, string | null>>): SurveyAnswers {
  const of = (question: SurveyQuestion) => (value[question] === null ? null : (Number(value[question]) as Rating));
  return {
    easy: of('easy'),
    informed: of('informed'),
    fair: of('fair'),
    handled: of('handled'),
    outcome: of('outcome'),
  };
}
