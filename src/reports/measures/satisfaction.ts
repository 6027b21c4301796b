/** What residents say: after their own case, and in the survey of perception. The two are never one figure. */
import { surveyQuestionWords } from '../../complaint/asking/survey.js';
import { entry, type LibraryMeasure } from './shape.js';
import { firstTsmYear, homesWords } from './volumes.js';

export const satisfaction: readonly LibraryMeasure[] = [
  entry({
    id: 'satisfaction',
    words: 'Satisfied, asked after their own case',
    definition:
      'Answers given in the period by residents who were asked after their case had ended, question by question: the share of 4 and 5 on a scale of 1 to 5. Whoever did not answer a question is not in it. This is not TP09.',
    unit: 'proportion',
    numerator: 'Answers of 4 or 5',
    denominator: 'Answers to the question',
    parts: 'the question',
    partWords: surveyQuestionWords,
  }),
  entry({
    id: 'survey.asked',
    words: 'Asked after their own case',
    definition:
      'People whose complaint closed and who were to be asked in the period how it was handled, by what became of that. Each is asked once for a case. Not delivered: the message was refused or came back. No way: nothing that we send may reach them. Stopped: they had said before that they want no such questions. This is not TP09.',
    unit: 'count',
    numerator: 'People of whom that became',
    parts: 'what became of it',
    fixedParts: ['answered', 'no-answer', 'not-delivered', 'no-way', 'stopped'],
    partWords: {
      answered: 'Answered',
      'no-answer': 'Asked, no answer',
      'not-delivered': 'Not delivered',
      'no-way': 'No way to reach them',
      stopped: 'Want no questions',
    },
  }),
  entry({
    id: 'survey.answered',
    words: 'Answered, of those asked after their own case',
    definition:
      'Of the people who were asked in the period how their complaint was handled, and whom the question is not known to have missed: the share that answered. Those whom it could not reach stand in the counts beside it. This is not TP09.',
    unit: 'proportion',
    numerator: 'Answered',
    denominator: 'Asked, and not known to have been missed',
  }),
  entry({
    id: 'tp09',
    words: 'Satisfaction with how complaints are handled (TP09)',
    definition:
      "Of tenants in the landlord's perception survey who had complained in the last twelve months and answered: the share very or fairly satisfied. It is entered from the survey and never worked out from cases.",
    source: 'TSM TP09',
    unit: 'proportion',
    numerator: 'Very or fairly satisfied',
    denominator: 'Complained in the last twelve months, and answered',
    parts: 'the kind of home',
    fixedParts: ['LCRA', 'LCHO', 'all'],
    partWords: homesWords,
    origin: 'survey',
    from: firstTsmYear,
  }),
];
