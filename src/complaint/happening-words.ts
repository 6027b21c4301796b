/** What happened, in a few words, for the History tab and for sentences that name an entry. */
import type { Happening, HappeningType } from '../facts/happened.js';
import { pounds } from '../facts/money.js';
import { failureKindWords, ombudsmanNames } from '../law/ombudsman-words.js';
import { ratingsInWords } from './asking/survey-words.js';
import { hazardWords } from './hazards.js';
import {
  accessOutcomeWords,
  accommodationAnswerWords,
  adjustmentKindWords,
  answererWords,
  claimKindWords,
  endGroundWords,
  findingWords,
  foundWords,
  hazardKindWords,
  kindWords,
  letterKindWords,
  remedyKindWords,
} from './standing-words.js';

const titles: Record<HappeningType, string> = {
  Received: 'Received',
  MessageReceived: 'Message received',
  ChoiceToComplainOffered: 'Choice to complain offered',
  Logged: 'Logged',
  ComplaintRefused: 'Complaint refused',
  RefusalOverturned: 'Refusal overturned',
  ServiceRequestAnswered: 'Request answered',
  MessageSent: 'Message sent',
  ResidentIdentified: 'Resident identified',
  HomeIdentified: 'Home identified',
  GroupMemberJoined: 'Resident joined the group',
  GroupMemberLeft: 'Resident left the group',
  RepresentativeAuthorised: 'Representative',
  AuthorityEnded: 'Representative’s authority ended',
  AdjustmentAgreed: 'Adjustment agreed',
  AdjustmentReviewed: 'Adjustment reviewed',
  StaffMemberNamed: 'Found to be about a member of staff',
  SupportOffered: 'Support offered to the member of staff',
  VulnerabilityTold: 'Told of a disability or vulnerability',
  PointRaised: 'Point raised',
  PointDefined: 'Point defined',
  ClarificationAsked: 'Clarification asked',
  PointClarified: 'Point clarified',
  PointFoundNotOurs: 'Point found not ours',
  PointsJoined: 'Points joined',
  PointSplit: 'Point split',
  PointSplitOff: 'Point became a case of its own',
  PointWithdrawn: 'Point withdrawn',
  PointRoutesFound: 'Who can look at a point',
  Assigned: 'Assigned',
  ConflictDeclared: 'Conflict of interest declared',
  Acknowledged: 'Acknowledged',
  DefinitionSetOut: 'Definition set out to the resident',
  Extended: 'Extended',
  UpdateIntervalAgreed: 'Interval for updates agreed',
  UpdateGiven: 'Update given',
  InformationAsked: 'Information asked',
  InformationChased: 'Information chased',
  InformationReceived: 'Information received',
  PositionHeard: 'Position heard',
  FindingsShared: 'Findings shared',
  CommentsMade: 'Comments made',
  PointDecided: 'Point decided',
  ResponseApproved: 'Response approved',
  ResponseSent: 'Response sent',
  EscalationRequested: 'Stage 2 asked for',
  EscalationWidened: 'More points taken to stage 2',
  EscalationRefused: 'Stage 2 refused',
  RemedyOffered: 'Remedy offered',
  RemedyAccepted: 'Remedy accepted',
  RemedyDeclined: 'Remedy declined',
  RemedyDone: 'Remedy done',
  CompensationWorkedOut: 'Compensation worked out',
  CompensationApproved: 'Compensation approved',
  CompensationPaid: 'Compensation paid',
  ActionPromised: 'Action promised',
  ActionMoved: 'Promised date moved',
  ActionDone: 'Promised action done',
  ActionEnded: 'Promised action ended',
  ResidentAskedIfDone: 'Resident asked whether it was done',
  ResidentSaidDone: 'Resident said that it was done',
  ResidentSaidNotDone: 'Resident said that it was not done',
  SurveyAnswered: 'Survey answered',
  CompensationSentBack: 'Compensation sent back',
  ImpactFound: 'What it meant for the resident',
  ClaimNoticed: 'Injury or insurance claim flagged',
  LegalAdviceGiven: 'Legal adviser’s reason recorded',
  WorkOrdered: 'Work ordered',
  AccessOffered: 'Visit offered',
  ActionHandedOver: 'Promise handed over',
  ActionEndAsked: 'A manager asked to end a promise',
  ActionEndTurnedDown: 'Promise not ended: it goes on',
  ActionChangeTold: 'Resident told of the change to a promise',
  CauseFound: 'Cause found',
  LearningRecorded: 'Learning recorded',
  NoLearningFound: 'No learning found',
  ImprovementOpened: 'Improvement opened',
  ImprovementTested: 'Improvement tested',
  ImprovementClosed: 'Improvement closed',
  LearningShared: 'Learning shared',
  OmbudsmanEnquired: 'Ombudsman enquired',
  EvidenceAsked: 'Ombudsman asked for evidence',
  EvidenceDateExtended: 'Date for evidence extended',
  BundleSent: 'Evidence sent',
  OmbudsmanDetermined: 'Ombudsman determined',
  OrderMade: 'Order made',
  OrderCompliedWith: 'Order complied with',
  ReviewOfDeterminationAsked: 'Review of the determination asked',
  FailureNoticeReceived: 'Failure notice received',
  EvidenceExtensionAsked: 'More time for evidence asked for',
  EvidenceExtensionRefused: 'More time for evidence refused',
  OmbudsmanInvestigationBegun: 'Ombudsman’s investigation begun',
  OrderGivenTo: 'Owner of an order named',
  OrderDated: 'Date of an order told',
  OrderProofSent: 'Proof sent to the Ombudsman',
  OrderComplianceAnswered: 'Ombudsman answered on an order',
  ReviewOfDeterminationAnswered: 'Review of the determination answered',
  OmbudsmanCaseEnded: 'Ombudsman’s case ended',
  HazardNoticed: 'Hazard noticed',
  HazardInvestigated: 'Hazard investigated',
  HazardSummaryGiven: 'Summary of the hazard given',
  HazardMadeSafe: 'Hazard made safe',
  HazardHandedOver: 'Hazard handed over',
  HazardRuledOut: 'Found to be no hazard',
  HazardWorkBegun: 'Further work on the hazard begun',
  HazardWorkPutOff: 'Further work on the hazard can’t begin yet',
  HazardAccommodationOffered: 'Alternative accommodation offered',
  BehaviourIncidentRecorded: 'Incident recorded',
  BehaviourWarned: 'Warning given',
  ContactRestricted: 'Contact restricted',
  RestrictionAppealed: 'Restriction appealed',
  RestrictionReviewed: 'Restriction reviewed',
  RestrictionLifted: 'Restriction lifted',
  RestrictionProposed: 'Restriction proposed',
  RestrictionAgreed: 'Restriction agreed',
  RestrictionNotAgreed: 'Restriction not agreed',
  RestrictionChanged: 'Restriction changed',
  CaseLinked: 'Linked to another case',
  NoteMade: 'Note',
  DocumentAdded: 'Document added',
  LetterDrafted: 'Letter begun',
  LetterChecked: 'Letter checked',
  LetterSent: 'Letter sent',
  LetterDeliveryFailed: 'Letter not delivered',
  LetterReturned: 'Letter returned',
  Withdrawn: 'Withdrawn',
  Imported: 'Imported',
  ImportTakenBack: 'Import taken back',
  EntryCorrected: 'Entry corrected',
  WordsErased: 'Words erased',
};

/** 'Logged: complaint', 'Stage 2: response sent', 'Letter sent: extension'. */
export function happeningWords(what: Happening): string {
  const title = titles[what.type];
  const detail = detailOf(what);
  const whole = detail === null ? title : `${title}: ${lower(detail)}`;
  return 'stage' in what && what.stage !== null && !what.type.startsWith('Letter')
    ? `Stage ${what.stage}: ${lower(whole)}`
    : whole;
}

function lower(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function detailOf(what: Happening): string | null {
  switch (what.type) {
    case 'Logged':
      return kindWords[what.kind];
    case 'PointDecided':
      return findingWords[what.finding];
    case 'ResponseSent':
      return what.outcome === null ? null : findingWords[what.outcome];
    case 'RemedyOffered':
      return remedyKindWords[what.kind];
    case 'CompensationWorkedOut':
    case 'CompensationApproved':
      return pounds(what.totalPence);
    case 'CompensationPaid':
      return pounds(what.pence);
    case 'ClaimNoticed':
      return claimKindWords[what.claim];
    case 'LetterDrafted':
    case 'LetterSent':
      return letterKindWords[what.kind];
    case 'HazardNoticed':
      return hazardWords(what);
    case 'HazardRuledOut':
      return what.kinds.map((kind) => hazardKindWords[kind]).join(', ');
    case 'HazardInvestigated':
      return foundWords(what);
    case 'HazardAccommodationOffered':
      return accommodationAnswerWords[what.answer];
    case 'AdjustmentAgreed':
      return adjustmentKindWords[what.kind];
    case 'PointFoundNotOurs':
      return answererWords[what.whose];
    case 'ChoiceToComplainOffered':
      return what.answer === 'complain'
        ? 'Wants to complain'
        : what.answer === 'not-complain'
          ? 'Does not want to'
          : 'No answer yet';
    case 'OmbudsmanEnquired':
    case 'EvidenceAsked':
    case 'OmbudsmanDetermined':
    case 'OmbudsmanInvestigationBegun':
    case 'OmbudsmanCaseEnded':
      return ombudsmanNames[what.ombudsman];
    case 'OrderMade':
      return what.binding ? (what.wider ? 'A wider order' : 'An order') : 'A recommendation';
    case 'OrderComplianceAnswered':
      return what.accepted ? 'Complied with' : 'Not complied with yet';
    case 'FailureNoticeReceived':
      return failureKindWords(what.kind);
    case 'AccessOffered':
      return accessOutcomeWords[what.cameOf];
    case 'ActionEndAsked':
      return endGroundWords[what.ground];
    case 'SurveyAnswered':
      return ratingsInWords(what.answers);
    case 'EntryCorrected':
      return what.becomes === null ? `Entry ${what.seq} taken back` : `Entry ${what.seq} replaced`;
    default:
      return null;
  }
}
