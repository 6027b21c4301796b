/** The acts of putting things right, in the order of complaint/permitted.ts. */
import type { Route } from '../../visit.js';
import { answerRemedy } from './answer-remedy.js';
import { askIfDone } from './ask-if-done.js';
import { completeRemedy } from './complete-remedy.js';
import { endPromise } from './end-promise.js';
import { keepPromise } from './keep-promise.js';
import { movePromise } from './move-promise.js';
import { offerRemedy } from './offer-remedy.js';
import { promiseAction } from './promise-action.js';
import { recordSurvey } from './record-survey.js';
import { sayIfDone } from './say-if-done.js';

export const puttingRightRoutes: readonly Route[] = [
  ...offerRemedy,
  ...answerRemedy,
  ...completeRemedy,
  ...promiseAction,
  ...movePromise,
  ...keepPromise,
  ...endPromise,
  ...askIfDone,
  ...sayIfDone,
  ...recordSurvey,
];
