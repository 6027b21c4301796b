/**
 * The five questions that residents are asked once their case has ended: how it was handled, not only what came of it.
 * Their answers are counted as what residents say of their own case; they are never the survey of perception (TP09).
 */

export const surveyQuestions = ['easy', 'informed', 'fair', 'handled', 'outcome'] as const;
export type SurveyQuestion = (typeof surveyQuestions)[number];

/** What staff and figures call each question; residents are asked in whole sentences. */
export const surveyQuestionWords: Readonly<Record<SurveyQuestion, string>> = {
  easy: 'How easy it was to complain',
  informed: 'How well they were kept informed',
  fair: 'How fairly and respectfully they were treated',
  handled: 'How the complaint was handled, all in all',
  outcome: 'The outcome',
};

/** From 1, very dissatisfied, to 5, very satisfied; null where somebody would rather not say. */
export type Rating = 1 | 2 | 3 | 4 | 5;
export const ratings: readonly Rating[] = [5, 4, 3, 2, 1];

export type SurveyAnswers = Readonly<Record<SurveyQuestion, Rating | null>>;

/** 1.6: whoever is dissatisfied with how it was handled is told how to complain; a bad outcome alone is an answer too. */
export function isLow(answers: SurveyAnswers): boolean {
  return surveyQuestions.some((question) => (answers[question] ?? 5) <= 2);
}
