/** The pages of a case for its own people, by name. Whether a promise was kept stands with the other questions. */
import type { Route } from '../../visit.js';
import { caseComments } from './comments.js';
import { changeContact } from './contact.js';
import { addEvidence } from './evidence.js';
import { caseFile, caseLetter } from './letters.js';
import { caseMessages } from './messages.js';
import { answerOffer } from './offer.js';
import { otherCase } from './other.js';
import { caseOverview } from './overview.js';
import { appealAgainstRestriction } from './restriction.js';
import { askForStage2 } from './stage-2.js';
import { agreeUpdates } from './updates.js';
import { askToWithdraw, goOnAfterAll } from './withdraw.js';
import { iThinkThisIsWrong } from './wrong.js';

export const followRoutes: readonly Route[] = [
  ...caseOverview,
  ...caseMessages,
  ...addEvidence,
  ...caseLetter,
  ...caseFile,
  ...caseComments,
  ...agreeUpdates,
  ...answerOffer,
  ...appealAgainstRestriction,
  ...askForStage2,
  ...iThinkThisIsWrong,
  ...otherCase,
  ...changeContact,
  ...askToWithdraw,
  ...goOnAfterAll,
];
