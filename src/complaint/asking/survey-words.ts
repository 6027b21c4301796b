/** What a resident answered when they were asked how it was handled, in a line for staff: ratings, no words. */
import { surveyQuestions, surveyQuestionWords } from './survey.js';

type Answered = readonly { readonly question: string; readonly answer: number | null }[];

/** 'How the complaint was handled, all in all: 2 of 5; the outcome: 5 of 5'; null when no question was answered. */
export function ratingsInWords(answers: Answered): string | null {
  const said = surveyQuestions.flatMap((question) => {
    const answer = answers.find((one) => one.question === question)?.answer ?? null;
    return answer === null ? [] : [`${surveyQuestionWords[question]}: ${answer} of 5`];
  });
  return said.length === 0 ? null : said.join('; ');
}
