/** The screens of a case, by name: its tabs, then its acts in the order of complaint/permitted.ts. */
import type { Route } from '../visit.js';
import { caseDocument } from './document.js';
import { agreeAdjustment } from './people/agree-adjustment.js';
import { authorise } from './people/authorise.js';
import { correctPerson } from './people/correct-person.js';
import { endAuthority } from './people/end-authority.js';
import { identifyHome } from './people/identify-home.js';
import { identifyResident } from './people/identify-resident.js';
import { joinGroup } from './people/join-group.js';
import { leaveGroup } from './people/leave-group.js';
import { reviewAdjustment } from './people/review-adjustment.js';
import { tellVulnerability } from './people/tell-vulnerability.js';
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
  // People
  ...identifyResident,
  ...correctPerson,
  ...identifyHome,
  ...joinGroup,
  ...leaveGroup,
  ...authorise,
  ...endAuthority,
  ...agreeAdjustment,
  ...reviewAdjustment,
  ...tellVulnerability,
];
