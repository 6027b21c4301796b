/** The screens of a case, by name: its tabs, then its acts in the order of complaint/permitted.ts. */
import type { Route } from '../visit.js';
import { caseDocument } from './document.js';
import { caseClock } from './tabs/clock.js';
import { caseEvidence } from './tabs/evidence.js';
import { caseHistory } from './tabs/history.js';
import { caseLetters } from './tabs/letters.js';
import { caseMessages } from './tabs/messages.js';
import { casePoints } from './tabs/points.js';
import { casePromises } from './tabs/promises.js';
import { caseSummary } from './tabs/summary.js';
import { answerRequest } from './triage/answer-request.js';
import { divideContact } from './triage/divide-contact.js';
import { logCase } from './triage/log.js';
import { offerChoice } from './triage/offer-choice.js';
import { overturn } from './triage/overturn.js';
import { raiseComplaint } from './triage/raise-complaint.js';
import { refuseComplaint } from './triage/refuse.js';

export const caseRoutes: readonly Route[] = [
  ...caseSummary,
  ...casePoints,
  ...caseEvidence,
  ...caseMessages,
  ...caseLetters,
  ...casePromises,
  ...caseClock,
  ...caseHistory,
  ...caseDocument,
  // Triage
  ...logCase,
  ...offerChoice,
  ...divideContact,
  ...raiseComplaint,
  ...answerRequest,
  ...refuseComplaint,
  ...overturn,
];
