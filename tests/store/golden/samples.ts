/**
 * What each stored sample of this folder must be read as. The samples are never edited: when a shape changes, its type
 * gets a new sample file of the next version, a step in src/store/upcast.ts, and its line here changes to today's shape.
 *
 * This file is longer than 250 lines because it names everything that can happen once.
 */

import { day } from '../../../src/facts/days.js';
import type {
  AdjustmentId,
  CaseId,
  File,
  HappeningOf,
  HappeningType,
  HazardId,
  HomeId,
  ImprovementId,
  LetterId,
  OrderId,
  PersonId,
  PointId,
  PromiseId,
  RemedyId,
  RequestId,
  RestrictionId,
  StaffId,
  TeamId,
  Words,
} from '../../../src/facts/happened.js';

const w = (n: number) => String(n).padStart(64, 'a') as Words;
const f = (n: number) => String(n).padStart(64, 'f') as File;
const id = <T extends string>(n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as T;

const on = day('2026-03-02');
const later = day('2026-04-02');
const person = id<PersonId>(1);
const home = id<HomeId>(2);
const staff = id<StaffId>(3);
const team = id<TeamId>(4);
const point = id<PointId>(5);
const other = id<PointId>(6);
const promise = id<PromiseId>(7);
const remedy = id<RemedyId>(8);
const request = id<RequestId>(9);
const letter = id<LetterId>(10);
const adjustment = id<AdjustmentId>(11);
const hazard = id<HazardId>(12);
const order = id<OrderId>(13);
const improvement = id<ImprovementId>(14);
const restriction = id<RestrictionId>(15);
const another = id<CaseId>(16);

export const readAs: { readonly [T in HappeningType]: Omit<HappeningOf<T>, 'type'> } = {
  Received: {
    channel: 'email',
    firstHeardBy: 'contractor',
    words: w(1),
    files: [f(1)],
    person,
    home,
    tenure: 'LCRA',
    group: [person],
    hazards: ['damp-and-mould'],
  },
  MessageReceived: { channel: 'phone', from: null, words: w(1), files: [] },
  MessageSent: { to: [person], how: 'portal', words: w(1), files: [f(1)] },
  ChoiceToComplainOffered: { answer: 'complain', how: 'phone', note: w(1) },
  Logged: {
    kind: 'complaint',
    area: 'North',
    category: 'Repairs',
    hazards: [],
    triage: { complexity: 'complex', atRisk: true, earlyAnswer: false },
  },
  ComplaintRefused: {
    ground: 'legal-proceedings',
    filedOn: on,
    issueOn: null,
    circumstances: w(1),
    discretion: null,
    reasons: w(2),
    letter,
  },
  RefusalOverturned: { by: 'ombudsman', reasons: w(1) },
  ServiceRequestAnswered: { words: w(1), how: 'email' },
  ResidentIdentified: { person },
  HomeIdentified: { home, tenure: 'LCHO' },
  GroupMemberJoined: { person },
  GroupMemberLeft: { person, words: null },
  RepresentativeAuthorised: {
    person,
    role: 'mp',
    authority: 'elected-member',
    evidence: f(1),
    until: later,
    note: null,
  },
  AuthorityEnded: { person, reason: w(1) },
  AdjustmentAgreed: { adjustment, kind: 'large-print', reviewOn: later, words: w(1) },
  AdjustmentReviewed: { adjustment, outcome: 'kept', reviewOn: later, words: null },
  VulnerabilityTold: { words: w(1) },
  PointRaised: { point, words: w(1), since: on, by: person, stage: 1 },
  PointDefined: {
    point,
    understanding: w(1),
    outcomeSought: w(2),
    area: null,
    category: 'Heating',
    whose: 'ours',
  },
  ClarificationAsked: { points: [point], words: w(1), how: 'phone', letter: null },
  PointClarified: { point, words: w(1) },
  PointFoundNotOurs: { point, whose: 'lgsco', words: w(1) },
  PointsJoined: { into: point, joined: [other], reason: w(1) },
  PointSplit: { point, into: [{ point: other, words: w(1) }], reason: w(2) },
  PointSplitOff: { point, to: another, because: 'unrelated', reason: w(1) },
  PointWithdrawn: { point, words: w(1) },
  Assigned: { stage: 1, to: staff, team },
  ConflictDeclared: { stage: 2, staff, conflict: false, words: null },
  Acknowledged: { stage: 1, how: 'email', letter, note: null, ombudsmanDetails: true },
  DefinitionSetOut: { stage: 1, points: [point], letter },
  Extended: {
    stage: 1,
    newDate: later,
    reason: w(1),
    goodReason: { words: w(2), approvedBy: staff },
    agreed: null,
    ombudsmanDetails: true,
    inWriting: true,
    letter,
    because: null,
  },
  UpdateIntervalAgreed: { stage: 1, everyWorkingDays: 5, agreedWithResident: true, note: null },
  UpdateGiven: { stage: 1, how: 'phone', words: w(1), letter: null },
  InformationAsked: { request, stage: 1, of: team, contractor: true, dueOn: later, words: w(1) },
  InformationChased: { request, words: null },
  InformationReceived: { request, words: w(1), files: [f(1)] },
  PositionHeard: { stage: 1, from: { staff }, words: w(1) },
  FindingsShared: { stage: 1, with: { person }, points: [point], words: w(1), commentsBy: later },
  CommentsMade: { stage: 1, from: { person: null }, words: w(1) },
  PointDecided: {
    stage: 1,
    point,
    finding: 'partly-upheld',
    reasons: w(1),
    reliedOn: [{ kind: 'policy', words: w(2) }],
  },
  ResponseApproved: { stage: 1, letter, by: staff },
  ResponseSent: { stage: 1, how: 'post', letter, involved: [staff], outcome: 'upheld' },
  EscalationRequested: { channel: 'phone', from: person, points: 'all', words: null },
  EscalationWidened: { points: [point], words: w(1) },
  EscalationRefused: {
    ground: 'already-considered',
    filedOn: null,
    circumstances: w(1),
    reasons: w(2),
    letter: null,
  },
  RemedyOffered: {
    remedy,
    stage: 1,
    kind: 'financial',
    points: [point],
    words: w(1),
    pence: 15000,
    dueOn: later,
  },
  RemedyAccepted: { remedy, note: null },
  RemedyDeclined: { remedy, note: w(1) },
  RemedyDone: { remedy, proof: w(1), files: [f(1)] },
  CompensationWorkedOut: {
    remedy,
    heads: [{ head: 'distress', pence: 10000, words: null }],
    totalPence: 10000,
    borneBy: null,
  },
  CompensationApproved: { remedy, by: staff, totalPence: 10000 },
  CompensationPaid: { remedy, pence: 10000, how: 'bank transfer', proof: null },
  ActionPromised: {
    promise,
    stage: 1,
    points: [point],
    words: w(1),
    owner: staff,
    team: null,
    dueOn: later,
    agreedWithResident: true,
  },
  ActionMoved: { promise, newDate: later, reason: w(1), residentTold: true },
  ActionDone: { promise, proof: w(1), files: [] },
  ActionEnded: { promise, reason: w(1), residentTold: true },
  ResidentAskedIfDone: { promise, how: 'phone' },
  ResidentSaidDone: { promise, words: null },
  ResidentSaidNotDone: { promise, words: w(1) },
  SurveyAnswered: { answers: [{ question: 'tp09', answer: 4 }], words: null },
  CauseFound: { stage: 1, points: [point], cause: 'missed appointment', words: null },
  LearningRecorded: { stage: 1, learning: 'process', words: w(1) },
  NoLearningFound: { stage: 1, reason: w(1) },
  ImprovementOpened: { improvement, owner: staff, dueOn: later, words: w(1) },
  ImprovementTested: { improvement, worked: true, words: w(1) },
  ImprovementClosed: { improvement, words: w(1) },
  LearningShared: { with: 'residents', where: 'newsletter', words: null },
  OmbudsmanEnquired: { words: w(1), files: [f(1)] },
  EvidenceAsked: { dueOn: later, words: w(1), files: [] },
  EvidenceDateExtended: { newDate: later, reason: w(1) },
  BundleSent: { files: [f(1)], pages: 120 },
  OmbudsmanDetermined: {
    caseNumber: '202600001',
    issues: [{ points: [point], finding: 'maladministration', words: null }],
    files: [f(1)],
  },
  OrderMade: { order, binding: true, dueOn: later, pence: 20000, words: w(1) },
  OrderCompliedWith: { order, proof: w(1), files: [] },
  ReviewOfDeterminationAsked: { by: 'landlord', words: w(1) },
  FailureNoticeReceived: { kind: 'type 2', words: w(1), files: [] },
  HazardNoticed: { hazard, kind: 'gas', awareAt: '2026-03-02T09:15:00.000Z', words: null },
  HazardInvestigated: { hazard, emergency: false, significant: true, words: w(1) },
  HazardSummaryGiven: { hazard, how: 'email', words: null },
  HazardMadeSafe: { hazard, at: null, words: w(1) },
  BehaviourIncidentRecorded: { words: w(1), by: person },
  BehaviourWarned: { words: w(1), letter: null, by: null },
  ContactRestricted: {
    restriction,
    by: person,
    how: w(1),
    reasons: w(2),
    equality: w(3),
    reviewOn: later,
    until: null,
    decidedBy: staff,
  },
  RestrictionAppealed: { restriction, words: w(1) },
  RestrictionReviewed: { restriction, outcome: 'kept', reviewOn: later, words: w(1) },
  RestrictionLifted: { restriction, reasons: w(1) },
  CaseLinked: { to: another, relation: 'same-matter', reason: null },
  NoteMade: { words: w(1), files: [] },
  DocumentAdded: { file: f(1), title: w(1), from: 'resident', points: [point] },
  LetterDrafted: { letter, kind: 'stage-1-response', stage: 1 },
  LetterChecked: { letter, missing: ['6.9 (g)'], readingEase: 62 },
  LetterSent: {
    letter,
    kind: 'stage-1-response',
    stage: 1,
    to: [person],
    how: 'email',
    words: w(1),
    bytes: f(1),
  },
  LetterDeliveryFailed: { letter, words: null },
  LetterReturned: { letter, words: w(1) },
  Withdrawn: { how: 'phone', words: w(1), confirmed: true },
  Imported: { source: 'register 2023', rowDigest: 'b'.repeat(64), kindAsWritten: w(1), unknown: [] },
  ImportTakenBack: { reason: w(1) },
  EntryCorrected: {
    seq: 3,
    reason: w(1),
    becomes: {
      what: { type: 'Acknowledged', stage: 1, how: 'phone', letter: null, note: w(2), ombudsmanDetails: false },
      happenedOn: on,
    },
  },
  WordsErased: { words: [w(1)], files: [f(1)], ground: 'retention' },
};
