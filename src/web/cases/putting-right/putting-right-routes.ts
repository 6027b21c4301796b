/** The acts of putting things right, in the order of complaint/permitted.ts. */
import type { Route } from '../../visit.js';
import { answerRemedy } from './answer-remedy.js';
import { approveCompensation } from './approve-compensation.js';
import { askIfDone } from './ask-if-done.js';
import { completeRemedy } from './complete-remedy.js';
import { decideEnd } from './decide-end.js';
import { endPromise } from './end-promise.js';
import { handOverPromise } from './hand-over-promise.js';
import { keepPromise } from './keep-promise.js';
import { movePromise } from './move-promise.js';
import { noticeClaim } from './notice-claim.js';
import { offerRemedy } from './offer-remedy.js';
import { offerVisit } from './offer-visit.js';
import { orderWork } from './order-work.js';
import { payCompensation } from './pay-compensation.js';
import { promiseAction } from './promise-action.js';
import { recordSurvey } from './record-survey.js';
import { sayIfDone } from './say-if-done.js';
import { takeLegalAdvice } from './take-legal-advice.js';
import { tellChange } from './tell-change.js';
import { workOutCompensation } from './work-out-compensation.js';

export const puttingRightRoutes: readonly Route[] = [
  ...offerRemedy,
  ...workOutCompensation,
  ...approveCompensation,
  ...payCompensation,
  ...noticeClaim,
  ...takeLegalAdvice,
  ...answerRemedy,
  ...completeRemedy,
  ...promiseAction,
  ...movePromise,
  ...keepPromise,
  ...orderWork,
  ...offerVisit,
  ...handOverPromise,
  ...endPromise,
  ...decideEnd,
  ...tellChange,
  ...askIfDone,
  ...sayIfDone,
  ...recordSurvey,
];
