/** Histories of any happenings in any order, with few ids so that they meet: what no one would decide is in them too. */
import fc from 'fast-check';
import { type Day, dayFromNumber } from '../../src/facts/days.js';
import { type Entry, extensionReasons, type Happening, importedFacts } from '../../src/facts/happened.js';

const oneOf = <T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const point = oneOf('p1', 'p2', 'p3');
const points = fc.uniqueArray(point, { maxLength: 3 });
const person = oneOf('ann', 'bo', 'cy');
const staff = oneOf('kim', 'amir');
const stage = oneOf(1, 2, 3);
const words = oneOf('w1', 'w2');
const letter = oneOf('l1', 'l2');
const finding = oneOf('upheld', 'partly-upheld', 'not-upheld');
const id = oneOf('x1', 'x2');
export const anyDay: fc.Arbitrary<Day> = fc.integer({ min: 18_200, max: 21_000 }).map(dayFromNumber);
const list = fc.constant([]);
const nil = fc.constant(null);

/** Each shape by its fields; the type's name is added. */
const shapes: Record<string, Record<string, fc.Arbitrary<unknown>>> = {
  Received: {
    channel: oneOf('email', 'phone'),
    firstHeardBy: oneOf('complaints-team', 'contractor'),
    words,
    files: list,
    person: fc.option(person),
    home: nil,
    tenure: oneOf('LCRA', 'unknown'),
    group: fc.uniqueArray(person, { maxLength: 2 }),
    hazards: list,
  },
  MessageReceived: {
    channel: oneOf('email'),
    from: fc.option(person),
    words,
    files: fc.uniqueArray(oneOf('f1', 'f2')),
  },
  MessageSent: { to: fc.uniqueArray(person), how: oneOf('portal'), words, files: list },
  ChoiceToComplainOffered: {
    answer: oneOf('complain', 'not-complain', 'no-answer-yet'),
    how: oneOf('phone'),
    note: nil,
  },
  Logged: {
    kind: oneOf('complaint', 'complaint', 'complaint', 'service-request', 'comment'),
    area: nil,
    category: nil,
    hazards: oneOf([], ['gas']),
    triage: nil,
  },
  ComplaintRefused: {
    ground: oneOf('other'),
    filedOn: nil,
    issueOn: nil,
    circumstances: words,
    discretion: nil,
    reasons: words,
    letter: nil,
  },
  RefusalOverturned: { by: oneOf('landlord', 'ombudsman'), reasons: words },
  ServiceRequestAnswered: { words, how: oneOf('phone') },
  ResidentIdentified: { person },
  HomeIdentified: { home: id, tenure: oneOf('LCRA') },
  GroupMemberJoined: { person },
  GroupMemberLeft: { person, words: nil },
  RepresentativeAuthorised: {
    person,
    role: oneOf('mp'),
    authority: oneOf('asked', 'elected-member', 'signed-form'),
    evidence: nil,
    until: nil,
    note: nil,
  },
  AuthorityEnded: { person, reason: words },
  AdjustmentAgreed: { adjustment: id, kind: oneOf('large-print'), reviewOn: anyDay, words: nil },
  AdjustmentReviewed: { adjustment: id, outcome: oneOf('kept', 'ended'), reviewOn: nil, words: nil },
  VulnerabilityTold: { words },
  PointRaised: { point, words, since: nil, by: nil, stage },
  PointDefined: {
    point,
    understanding: words,
    outcomeSought: words,
    area: nil,
    category: nil,
    whose: oneOf('ours', 'ours', 'lgsco'),
  },
  PointClarified: { point, words },
  PointFoundNotOurs: { point, whose: oneOf('tribunal'), words },
  PointsJoined: { into: point, joined: points, reason: words },
  PointSplit: {
    point,
    into: fc.array(fc.record({ point: oneOf('p4', 'p5'), words }), { maxLength: 2 }),
    reason: words,
  },
  PointSplitOff: { point, to: id, because: oneOf('unrelated'), reason: words },
  PointWithdrawn: { point, words },
  Assigned: { stage, to: staff, team: nil },
  ConflictDeclared: { stage, staff, conflict: fc.boolean(), words: nil },
  Acknowledged: { stage, how: oneOf('post'), letter: nil, note: nil, ombudsmanDetails: fc.boolean() },
  DefinitionSetOut: { stage, points, letter: nil },
  Extended: {
    stage,
    newDate: anyDay,
    reason: words,
    goodReason: nil,
    agreed: nil,
    ombudsmanDetails: fc.boolean(),
    inWriting: fc.boolean(),
    letter: nil,
    because: fc.constantFrom(null, ...extensionReasons),
  },
  UpdateIntervalAgreed: {
    stage,
    everyWorkingDays: fc.integer({ min: 1, max: 10 }),
    agreedWithResident: fc.boolean(),
    note: nil,
  },
  UpdateGiven: { stage, how: oneOf('phone'), words, letter: nil },
  InformationAsked: { request: id, stage, of: oneOf('repairs'), contractor: fc.boolean(), dueOn: anyDay, words },
  InformationChased: { request: id, words: nil },
  InformationReceived: { request: id, words, files: list },
  PositionHeard: { stage, from: fc.record({ person: nil }), words },
  FindingsShared: { stage, with: fc.record({ staff }), points, words, commentsBy: nil },
  CommentsMade: { stage, from: fc.record({ staff }), words },
  PointDecided: { stage, point, finding, reasons: words, reliedOn: list },
  ResponseApproved: { stage, letter, by: staff },
  ResponseSent: { stage, how: oneOf('post'), letter: nil, involved: list, outcome: fc.option(finding) },
  EscalationRequested: { channel: oneOf('phone'), from: nil, points: fc.oneof(oneOf('all'), points), words: nil },
  EscalationWidened: { points, words: nil },
  EscalationRefused: { ground: oneOf('other'), filedOn: nil, circumstances: words, reasons: words, letter: nil },
  RemedyOffered: { remedy: id, stage, kind: oneOf('apology'), points, words, pence: nil, dueOn: nil },
  RemedyAccepted: { remedy: id, note: nil },
  RemedyDeclined: { remedy: id, note: nil },
  RemedyDone: { remedy: id, proof: nil, files: list },
  ActionPromised: {
    promise: id,
    stage,
    points,
    words,
    owner: nil,
    team: oneOf('repairs'),
    dueOn: anyDay,
    agreedWithResident: fc.boolean(),
  },
  ActionMoved: { promise: id, newDate: anyDay, reason: words, residentTold: fc.boolean() },
  ActionDone: { promise: id, proof: words, files: list },
  ActionEnded: { promise: id, reason: words, residentTold: fc.boolean() },
  WorkOrdered: { promise: id, job: words },
  AccessOffered: { promise: id, visitOn: anyDay, how: oneOf('phone'), cameOf: oneOf('nobody-in'), words: nil },
  ActionHandedOver: { promise: id, owner: nil, team: oneOf('repairs') },
  ActionEndAsked: {
    promise: id,
    ground: oneOf('declined', 'no-access'),
    reason: words,
    replacedBy: nil,
    residentTold: fc.boolean(),
  },
  ActionEndTurnedDown: { promise: id, reason: words },
  ActionChangeTold: { promise: id, how: oneOf('phone') },
  ResidentAskedIfDone: { promise: id, how: oneOf('phone') },
  ResidentSaidNotDone: { promise: id, words: nil },
  CauseFound: { stage, points, cause: oneOf('delay'), words: nil },
  LearningRecorded: { stage, learning: oneOf('calls'), words },
  NoLearningFound: { stage, reason: words },
  HazardNoticed: {
    hazard: id,
    kind: oneOf('gas', 'damp-and-mould'),
    awareAt: fc.option(oneOf('2026-03-02T09:00:00.000Z')),
    words: nil,
    emergency: fc.boolean(),
    points,
  },
  HazardHandedOver: { hazard: id, to: oneOf('repairs'), at: nil, job: nil, words: nil },
  HazardInvestigated: {
    hazard: id,
    emergency: fc.boolean(),
    significant: fc.boolean(),
    words,
    at: nil,
    furtherWork: fc.boolean(),
  },
  HazardSummaryGiven: { hazard: id, how: oneOf('post'), words: nil },
  HazardMadeSafe: { hazard: id, at: nil, words },
  HazardWorkPutOff: { hazard: id, reason: words },
  HazardWorkBegun: { hazard: id, words },
  HazardAccommodationOffered: { hazard: id, at: nil, answer: oneOf('moved', 'declined'), words },
  HazardRuledOut: { kinds: fc.subarray(['gas', 'water']), words },
  CaseLinked: { to: id, relation: oneOf('same-matter'), reason: nil },
  NoteMade: { words, files: list },
  DocumentAdded: { file: oneOf('f1', 'f2'), title: words, from: oneOf('staff'), points },
  LetterDrafted: { letter, kind: oneOf('update'), stage: nil },
  LetterSent: {
    letter,
    kind: oneOf('update'),
    stage: nil,
    to: fc.uniqueArray(person),
    how: oneOf('post'),
    words,
    bytes: nil,
  },
  LetterReturned: { letter, words: nil },
  Withdrawn: { how: oneOf('phone'), words: nil, confirmed: fc.boolean() },
  Imported: {
    source: oneOf('register'),
    rowDigest: oneOf('d'),
    kindAsWritten: nil,
    unknown: fc.subarray([...importedFacts]),
  },
  WordsErased: { words: fc.array(words, { maxLength: 2 }), files: list, ground: oneOf('retention') },
  BundleSent: { files: list, pages: fc.nat(), answers: nil },
};

const anyHappening: fc.Arbitrary<Happening> = fc.oneof(
  ...Object.entries(shapes).map(([type, fields]) =>
    fc.record({ type: fc.constant(type), ...fields }).map((what) => what as unknown as Happening),
  ),
);

const aCorrection = (upTo: number): fc.Arbitrary<Happening> =>
  fc
    .record({
      seq: fc.integer({ min: 1, max: Math.max(1, upTo) }),
      becomes: fc.option(fc.record({ what: anyHappening, happenedOn: anyDay })),
    })
    .map((c) => ({ type: 'EntryCorrected', reason: 'slip', ...c }) as unknown as Happening);

/** A receipt and up to forty happenings after it, now and then a correction of an earlier one. */
export const aHistory: fc.Arbitrary<Entry[]> = fc
  .tuple(
    fc.record({ type: fc.constant('Received'), ...shapes.Received }),
    fc.array(fc.oneof({ weight: 9, arbitrary: anyHappening }, { weight: 1, arbitrary: aCorrection(20) }), {
      maxLength: 40,
    }),
    fc.array(anyDay, { minLength: 41, maxLength: 41 }),
    fc.array(staff, { minLength: 41, maxLength: 41 }),
  )
  .map(([received, rest, days, people]) =>
    [received as unknown as Happening, ...rest].map((what, i) => ({
      seq: i + 1,
      happenedOn: days[i] as Day,
      recordedAt: '2026-11-22T10:00:00.000Z',
      recordedBy: { staff: people[i] as never },
      what: structuredClone(what),
    })),
  );
