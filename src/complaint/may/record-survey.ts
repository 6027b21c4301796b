import type { Day } from '../../facts/days.js';
import { type SurveyAnswers, surveyQuestions } from '../asking/survey.js';
import type { Case } from '../case.js';
import { kept } from '../kept.js';
import { dayOfAct, no, unless } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface RecordSurveyRequest {
  readonly on: Day;
  readonly answers: SurveyAnswers;
  readonly text: string | null;
}

/** 1.6: what a resident says of how their complaint was handled, once it has been answered. A low rating is no complaint by itself. */
export function mayRecordSurvey(c: Case, request: RecordSurveyRequest, context: Context): Decision {
  const { on, answers, text } = request;
  const answered = c.stages[2]?.respondedOn ?? c.stages[1]?.respondedOn ?? null;
  return unless(
    [
      dayOfAct(c, on, context),
      answered === null || on < answered
        ? no(
            'not-answered',
            'The complaint had not been answered by then, so there is nothing to ask yet. Record what they say as a message.',
          )
        : null,
      surveyQuestions.every((question) => answers[question] === null)
        ? no('answers-missing', 'Choose an answer to at least one question.', { field: surveyQuestions[0] })
        : null,
    ],
    () =>
      allow(
        [
          {
            what: {
              type: 'SurveyAnswered',
              answers: surveyQuestions.map((question) => ({ question, answer: answers[question] })),
              words: kept(context, text),
            },
            on,
          },
        ],
        { warnings: dissatisfied(c, answers) },
      ),
  );
}

function dissatisfied(c: Case, answers: SurveyAnswers): readonly string[] {
  if (surveyQuestions.every((question) => (answers[question] ?? 5) > 2)) return [];
  return c.standing.is === 'answered' && c.standing.stage === 1
    ? ['They are not satisfied. Say how to ask for stage 2; if they say so in words, record a request for stage 2.']
    : ['They are not satisfied. Tell them how they can complain, and how to reach the Ombudsman.'];
}
