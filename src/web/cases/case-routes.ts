/** The screens of a case, by name: its tabs, then its acts in the order of complaint/permitted.ts. */
import type { Route } from '../visit.js';
import { caseBehaviourRoutes } from './behaviour/behaviour-routes.js';
import { caseDocument } from './document.js';
import { addDocument } from './evidence/add-document.js';
import { askInformation } from './evidence/ask-information.js';
import { chaseInformation } from './evidence/chase-information.js';
import { note } from './evidence/note.js';
import { receiveInformation } from './evidence/receive-information.js';
import { receiveMessage } from './evidence/receive-message.js';
import { writeToResident } from './evidence/write-to-resident.js';
import { hazardRoutes } from './hazards/hazard-routes.js';
import { letterRoutes } from './letters/letter-routes.js';
import { ombudsmanActs } from './ombudsman/ombudsman-acts.js';
import { agreeAdjustment } from './people/agree-adjustment.js';
import { askAuthority } from './people/ask-authority.js';
import { authorise } from './people/authorise.js';
import { correctPerson } from './people/correct-person.js';
import { endAuthority } from './people/end-authority.js';
import { equalityAnswers } from './people/equality-answers.js';
import { identifyHome } from './people/identify-home.js';
import { identifyResident } from './people/identify-resident.js';
import { joinGroup } from './people/join-group.js';
import { leaveGroup } from './people/leave-group.js';
import { linksAndCodes } from './people/links-and-codes.js';
import { nameStaffMember } from './people/name-staff-member.js';
import { offerSupport } from './people/offer-support.js';
import { reviewAdjustment } from './people/review-adjustment.js';
import { tellVulnerability } from './people/tell-vulnerability.js';
import { clarifyPoint } from './points/clarify-point.js';
import { definePoint } from './points/define-point.js';
import { findNotOurs } from './points/find-not-ours.js';
import { findRoutes } from './points/find-routes.js';
import { joinPoints } from './points/join-points.js';
import { raisePoint } from './points/raise-point.js';
import { readBack } from './points/read-back.js';
import { splitOffPoint } from './points/split-off-point.js';
import { splitPoint } from './points/split-point.js';
import { withdrawPoint } from './points/withdraw-point.js';
import { puttingRightRoutes } from './putting-right/putting-right-routes.js';
import { recordRoutes } from './record/record-routes.js';
import { agreeUpdates } from './stage/agree-updates.js';
import { assign } from './stage/assign.js';
import { decidePoint } from './stage/decide-point.js';
import { declareConflict } from './stage/declare-conflict.js';
import { findCause } from './stage/find-cause.js';
import { hearPosition } from './stage/hear-position.js';
import { openImprovement } from './stage/open-improvement.js';
import { recordLearning } from './stage/record-learning.js';
import { shareFindings } from './stage/share-findings.js';
import { takeComments } from './stage/take-comments.js';
import { stage2Routes } from './stage-2/stage-2-routes.js';
import { caseClock } from './tabs/clock.js';
import { caseEvidence } from './tabs/evidence.js';
import { caseHistory } from './tabs/history.js';
import { caseLetters } from './tabs/letters.js';
import { caseMessages } from './tabs/messages.js';
import { casePoints } from './tabs/points.js';
import { casePromises } from './tabs/promises.js';
import { caseSummary } from './tabs/summary.js';
import { answerRequest } from './triage/answer-request.js';
import { dateFromFirstWords } from './triage/date-from-first-words.js';
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
  ...letterRoutes,
  // Triage
  ...logCase,
  ...offerChoice,
  ...divideContact,
  ...raiseComplaint,
  ...dateFromFirstWords,
  ...answerRequest,
  ...refuseComplaint,
  ...overturn,
  // People
  ...identifyResident,
  ...correctPerson,
  ...equalityAnswers,
  ...identifyHome,
  ...joinGroup,
  ...leaveGroup,
  ...linksAndCodes,
  ...authorise,
  ...askAuthority,
  ...endAuthority,
  ...agreeAdjustment,
  ...reviewAdjustment,
  ...tellVulnerability,
  ...nameStaffMember,
  ...offerSupport,
  // Points
  ...raisePoint,
  ...readBack,
  ...definePoint,
  ...clarifyPoint,
  ...findNotOurs,
  ...findRoutes,
  ...joinPoints,
  ...splitPoint,
  ...splitOffPoint,
  ...withdrawPoint,
  // Putting right, stage 2, the record
  ...puttingRightRoutes,
  ...stage2Routes,
  ...ombudsmanActs,
  ...recordRoutes,
  // Behaviour
  ...caseBehaviourRoutes,
  // Hazards
  ...hazardRoutes,
  // Stage
  ...assign,
  ...declareConflict,
  ...agreeUpdates,
  ...findCause,
  ...recordLearning,
  ...openImprovement,
  ...decidePoint,
  ...hearPosition,
  ...shareFindings,
  ...takeComments,
  // Evidence
  ...askInformation,
  ...chaseInformation,
  ...receiveInformation,
  ...addDocument,
  ...note,
  ...receiveMessage,
  ...writeToResident,
];
