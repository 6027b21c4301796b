/**
 * The Ombudsman's side of a case, as its history tells it: what was asked and by when, what was found, ordered and done.
 * One case of ours has at most one with each Ombudsman, and one that both look at together.
 *
 * This file is longer than 250 lines because what an Ombudsman's case is, is one contract and is read as one.
 */
import { type Day, latest } from '../facts/days.js';
import type {
  Entry,
  File,
  HappeningOf,
  HappeningType,
  OrderId,
  PointId,
  StaffId,
  WhichOmbudsman,
  Words,
} from '../facts/happened.js';
import type { Case } from './case.js';

export interface ExtensionAsked {
  readonly askedOn: Day | null;
  readonly to: Day | null;
  readonly reason: Words | null;
  readonly answer: 'agreed' | 'refused' | null;
  readonly answeredOn: Day | null;
  /** The day agreed to, which may be another than the one asked for. */
  readonly newDate: Day | null;
}

export interface EvidenceRequest {
  /** The entry that asked for it: it tells the request from every other of the case. */
  readonly seq: number;
  readonly ombudsman: WhichOmbudsman;
  readonly askedOn: Day;
  readonly firstDueOn: Day;
  readonly dueOn: Day;
  readonly words: Words;
  readonly files: readonly File[];
  readonly extensions: readonly ExtensionAsked[];
  readonly sentOn: Day | null;
  readonly pages: number | null;
  /** In older entries what was sent answered the last request for those before it too: the day on which that one came. */
  readonly replacedOn: Day | null;
}

export interface Determination {
  /** The entry that told it. */
  readonly seq: number;
  readonly on: Day;
  readonly caseNumber: string;
  readonly issues: readonly { points: readonly PointId[]; finding: string; words: Words | null }[];
  readonly files: readonly File[];
  /** A review changed it: the day of the determination that stands in its place. */
  readonly replacedOn: Day | null;
}

export interface Order {
  readonly id: OrderId;
  readonly ombudsman: WhichOmbudsman;
  readonly binding: boolean;
  readonly wider: boolean;
  readonly madeOn: Day;
  /** The day that the order itself states; null: it states none. */
  readonly statedDueOn: Day | null;
  readonly dueOn: Day | null;
  readonly dated: readonly { on: Day; dueOn: Day; because: 'told' | 'extended'; words: Words | null }[];
  readonly pence: number | null;
  readonly owner: StaffId | null;
  readonly words: Words;
  readonly compliedOn: Day | null;
  readonly proof: Words | null;
  readonly proofSentOn: Day | null;
  /** What the Ombudsman said of it; null: nothing yet. */
  readonly accepted: boolean | null;
  /** Whether we still have to do it, or to send the proof of it. */
  readonly outstanding: boolean;
}

export interface Review {
  readonly askedOn: Day;
  readonly by: 'resident' | 'landlord';
  readonly words: Words;
  readonly answeredOn: Day | null;
  readonly changed: boolean | null;
}

export const ombudsmanStates = [
  'enquiry',
  'evidence-asked',
  'evidence-sent',
  'investigating',
  'orders',
  'review',
  'decided',
  'ended',
] as const;
export type OmbudsmanState = (typeof ombudsmanStates)[number];

/** What has to be done next, and by when; a null day is one that has to be asked for, or none. */
export interface NextStep {
  readonly what: 'evidence' | 'order' | 'proof' | 'order-date' | 'recommendation' | 'learning';
  readonly dueOn: Day | null;
}

export interface OmbudsmanCase {
  readonly ombudsman: WhichOmbudsman;
  readonly caseNumber: string | null;
  readonly beganOn: Day;
  readonly state: OmbudsmanState;
  readonly stateOn: Day;
  readonly enquiries: readonly { on: Day; words: Words; files: readonly File[] }[];
  readonly evidence: readonly EvidenceRequest[];
  readonly investigationOn: Day | null;
  readonly determinations: readonly Determination[];
  readonly orders: readonly Order[];
  readonly reviews: readonly Review[];
  /** The first learning or ‘nothing to learn’ recorded since the determination. */
  readonly learnedOn: Day | null;
  readonly ended: { on: Day; words: Words } | null;
  readonly next: NextStep | null;
}

const told: ReadonlySet<HappeningType> = new Set([
  'OmbudsmanEnquired',
  'EvidenceAsked',
  'EvidenceDateExtended',
  'OmbudsmanDetermined',
  'OrderMade',
  'ReviewOfDeterminationAsked',
  'EvidenceExtensionAsked',
  'OmbudsmanInvestigationBegun',
  'OmbudsmanCaseEnded',
  'FailureNoticeReceived',
]);

interface Draft {
  ombudsman: WhichOmbudsman;
  caseNumber: string | null;
  beganOn: Day;
  enquiries: { on: Day; words: Words; files: readonly File[] }[];
  evidence: EvidenceRequest[];
  investigationOn: Day | null;
  determinations: Determination[];
  orders: Omit<Order, 'outstanding'>[];
  reviews: Review[];
  /** A review changed what was determined, and what stands in its place is still to come. */
  changing: boolean;
  learnedOn: Day | null;
  ended: { on: Day; words: Words } | null;
  lastOn: Day;
}

const none: readonly OmbudsmanCase[] = [];
const known = new WeakMap<readonly Entry[], readonly OmbudsmanCase[]>();

/**
 * The cases of Ombudsmen about this case, in the order in which they began; none for most cases, and then at no cost. A
 * menu asks for them many times, so a history is told once.
 */
export function ombudsmanCasesOf({ history }: Pick<Case, 'history'>): readonly OmbudsmanCase[] {
  if (!history.some(({ what }) => told.has(what.type))) return none;
  const before = known.get(history);
  if (before !== undefined) return before;
  const drafts = new Map<WhichOmbudsman, Draft>();
  for (const entry of history) tellOmbudsman(drafts, entry);
  const found = [...drafts.values()].map(settled);
  known.set(history, found);
  return found;
}

/** What Ombudsmen determined as it stands: not what a review changed since. */
export function determinedOf(c: Pick<Case, 'history'>): readonly Determination[] {
  return ombudsmanCasesOf(c)
    .flatMap(({ determinations }) => determinations)
    .filter(({ replacedOn }) => replacedOn === null)
    .sort((a, b) => a.seq - b.seq);
}

/** All orders and recommendations, whoever made them. */
export function ordersOf(c: Pick<Case, 'history'>): readonly Order[] {
  return ombudsmanCasesOf(c).flatMap((one) => one.orders);
}

/** Nothing was sent for it yet, and nothing that was sent for another answered it. */
export function evidenceIsOpen({ sentOn, replacedOn }: Pick<EvidenceRequest, 'sentOn' | 'replacedOn'>): boolean {
  return sentOn === null && replacedOn === null;
}

/** The requests for evidence that wait, the earliest day first: a later one does not take the place of one before it. */
export function openEvidence({ evidence }: Pick<OmbudsmanCase, 'evidence'>): readonly EvidenceRequest[] {
  return evidence
    .filter(evidenceIsOpen)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.seq - b.seq));
}

/** The same of all Ombudsmen. */
export function evidenceWaiting(c: Pick<Case, 'history'>): readonly EvidenceRequest[] {
  return openEvidence({ evidence: ombudsmanCasesOf(c).flatMap((one) => one.evidence) });
}

function of(drafts: Map<WhichOmbudsman, Draft>, ombudsman: WhichOmbudsman, on: Day): Draft {
  const known = drafts.get(ombudsman);
  if (known !== undefined) {
    known.lastOn = on;
    return known;
  }
  const fresh: Draft = {
    ombudsman,
    caseNumber: null,
    beganOn: on,
    enquiries: [],
    evidence: [],
    investigationOn: null,
    determinations: [],
    orders: [],
    reviews: [],
    changing: false,
    learnedOn: null,
    ended: null,
    lastOn: on,
  };
  drafts.set(ombudsman, fresh);
  return fresh;
}

function tellOmbudsman(drafts: Map<WhichOmbudsman, Draft>, { seq, what, happenedOn: on }: Entry): void {
  switch (what.type) {
    case 'OmbudsmanEnquired': {
      const d = of(drafts, what.ombudsman, on);
      d.caseNumber = what.caseNumber ?? d.caseNumber;
      d.enquiries.push({ on, words: what.words, files: what.files });
      d.ended = null;
      return;
    }
    case 'EvidenceAsked': {
      const d = of(drafts, what.ombudsman, on);
      d.caseNumber = what.caseNumber ?? d.caseNumber;
      d.ended = null;
      d.evidence.push({
        seq,
        ombudsman: what.ombudsman,
        askedOn: on,
        firstDueOn: what.dueOn,
        dueOn: what.dueOn,
        words: what.words,
        files: what.files,
        extensions: [],
        sentOn: null,
        pages: null,
        replacedOn: null,
      });
      return;
    }
    case 'EvidenceExtensionAsked':
      changeEvidence(of(drafts, what.ombudsman, on), what.request, (was) => ({
        extensions: [
          ...was.extensions,
          { askedOn: on, to: what.newDate, reason: what.reason, answer: null, answeredOn: null, newDate: null },
        ],
      }));
      return;
    case 'EvidenceDateExtended':
      changeEvidence(of(drafts, what.ombudsman, on), what.request, (was) => ({
        dueOn: what.newDate,
        extensions: answered(was.extensions, { answer: 'agreed', answeredOn: on, newDate: what.newDate }, what.reason),
      }));
      return;
    case 'EvidenceExtensionRefused':
      changeEvidence(of(drafts, what.ombudsman, on), what.request, (was) => ({
        extensions: answered(was.extensions, { answer: 'refused', answeredOn: on, newDate: null }, what.words),
      }));
      return;
    case 'BundleSent':
      for (const d of drafts.values()) sendEvidence(d, on, what);
      return;
    case 'OmbudsmanInvestigationBegun': {
      const d = of(drafts, what.ombudsman, on);
      d.caseNumber = what.caseNumber;
      d.investigationOn ??= on;
      d.ended = null;
      return;
    }
    case 'OmbudsmanDetermined': {
      const d = of(drafts, what.ombudsman, on);
      d.caseNumber = what.caseNumber;
      const { caseNumber, issues, files } = what;
      // In older entries the same may have been told twice.
      if (d.determinations.some((one) => isSameDetermination(one, { on, caseNumber, issues }))) return;
      d.determinations.push({ seq, on, caseNumber, issues, files, replacedOn: null });
      if (d.changing) replaceDetermined(d);
      d.learnedOn = null;
      d.ended = null;
      return;
    }
    case 'OrderMade': {
      const { order: id, ombudsman, binding, wider, dueOn, pence, owner, words } = what;
      const d = of(drafts, ombudsman, on);
      if (d.orders.some((one) => one.id === id)) return;
      d.orders.push({
        id,
        ombudsman,
        binding,
        wider,
        madeOn: on,
        statedDueOn: dueOn,
        dueOn,
        dated: [],
        pence,
        owner,
        words,
        compliedOn: null,
        proof: null,
        proofSentOn: null,
        accepted: null,
      });
      return;
    }
    case 'OrderGivenTo':
      changeOrder(drafts, what.order, () => ({ owner: what.owner }));
      return;
    case 'OrderDated': {
      const { dueOn, because, words } = what;
      changeOrder(drafts, what.order, (was) => ({ dueOn, dated: [...was.dated, { on, dueOn, because, words }] }));
      return;
    }
    case 'OrderCompliedWith':
      changeOrder(drafts, what.order, () => ({ compliedOn: on, proof: what.proof }));
      return;
    case 'OrderProofSent':
      changeOrder(drafts, what.order, () => ({ proofSentOn: on }));
      return;
    case 'OrderComplianceAnswered':
      changeOrder(drafts, what.order, () =>
        what.accepted ? { accepted: true } : { accepted: false, compliedOn: null, proofSentOn: null },
      );
      return;
    case 'ReviewOfDeterminationAsked':
      of(drafts, what.ombudsman, on).reviews.push({
        askedOn: on,
        by: what.by,
        words: what.words,
        answeredOn: null,
        changed: null,
      });
      return;
    case 'ReviewOfDeterminationAnswered': {
      const d = of(drafts, what.ombudsman, on);
      d.reviews = d.reviews.map((was) =>
        was.answeredOn === null ? { ...was, answeredOn: on, changed: what.changed } : was,
      );
      if (!what.changed) return;
      d.changing = true;
      // What was changed may be on record before the answer to the review is.
      const [asked, last] = [d.reviews.at(-1)?.askedOn, d.determinations.at(-1)];
      if (d.determinations.length > 1 && asked !== undefined && last !== undefined && last.on > asked)
        replaceDetermined(d);
      return;
    }
    // The Housing Ombudsman alone gives them; what one orders by a day is recorded as its order.
    case 'FailureNoticeReceived':
      of(drafts, 'HOS', on).ended = null;
      return;
    case 'OmbudsmanCaseEnded':
      of(drafts, what.ombudsman, on).ended = { on, words: what.words };
      return;
    case 'LearningRecorded':
    case 'NoLearningFound':
      for (const d of drafts.values()) {
        const determined = d.determinations.at(-1)?.on;
        if (determined !== undefined && on >= determined) d.learnedOn ??= on;
      }
      return;
    default:
      return; // Nothing else is the Ombudsman's.
  }
}

/** Of the request of that entry; of the last one where none is named. */
function changeEvidence(
  d: Draft,
  request: number | null,
  change: (was: EvidenceRequest) => Partial<EvidenceRequest>,
): void {
  const named = request ?? d.evidence.at(-1)?.seq;
  d.evidence = d.evidence.map((was) => (was.seq === named ? { ...was, ...change(was) } : was));
}

function sendEvidence(d: Draft, on: Day, { answers, pages }: HappeningOf<'BundleSent'>): void {
  const open = openEvidence(d).map(({ seq }) => seq);
  const last = d.evidence.at(-1);
  const named = open.filter((seq) => (answers === null ? seq === last?.seq : answers.includes(seq)));
  if (named.length === 0) return;
  d.lastOn = on;
  d.evidence = d.evidence.map((was) =>
    named.includes(was.seq)
      ? { ...was, sentOn: on, pages }
      : answers === null && last !== undefined && open.includes(was.seq)
        ? { ...was, replacedOn: last.askedOn }
        : was,
  );
}

/** The same number, day and findings: told once more, and not another one. */
export function isSameDetermination(
  a: Pick<Determination, 'on' | 'caseNumber' | 'issues'>,
  b: Pick<Determination, 'on' | 'caseNumber' | 'issues'>,
): boolean {
  const found = ({ issues }: Pick<Determination, 'issues'>) =>
    JSON.stringify(issues.map(({ finding, points }) => [finding, ...points]).sort());
  return a.on === b.on && a.caseNumber === b.caseNumber && found(a) === found(b);
}

/** The last determination stands in the place of those of its number; of the one before it, where its number is another. */
function replaceDetermined(d: Draft): void {
  const last = d.determinations.at(-1);
  if (last === undefined) return;
  const before = d.determinations.slice(0, -1);
  const ofNumber = before.filter(({ caseNumber }) => caseNumber === last.caseNumber);
  const replaced = (ofNumber.length > 0 ? ofNumber : before.slice(-1)).map(({ seq }) => seq);
  d.determinations = d.determinations.map((one) =>
    replaced.includes(one.seq) && one.replacedOn === null ? { ...one, replacedOn: last.on } : one,
  );
  d.changing = false;
}

/** An answer belongs to the request that waits for one; agreed without having been asked, it stands by itself. */
function answered(
  list: readonly ExtensionAsked[],
  answer: Pick<ExtensionAsked, 'answer' | 'answeredOn' | 'newDate'>,
  reason: Words | null,
): readonly ExtensionAsked[] {
  const at = list.findLastIndex((one) => one.answer === null);
  return at === -1
    ? [...list, { askedOn: null, to: null, reason, ...answer }]
    : list.map((one, i) => (i === at ? { ...one, ...answer } : one));
}

function changeOrder(
  drafts: Map<WhichOmbudsman, Draft>,
  id: OrderId,
  change: (was: Draft['orders'][number]) => Partial<Draft['orders'][number]>,
): void {
  for (const d of drafts.values()) d.orders = d.orders.map((was) => (was.id === id ? { ...was, ...change(was) } : was));
}

/** A recommendation asks for no proof, and nobody has to accept what was done of it. */
function stillOwed(order: Omit<Order, 'outstanding'>): boolean {
  if (order.accepted === true) return false;
  return order.compliedOn === null || (order.binding && order.proofSentOn === null);
}

function settled(d: Draft): OmbudsmanCase {
  const orders = d.orders.map((order) => ({ ...order, outstanding: stillOwed(order) }));
  const { lastOn, changing: _, ...rest } = d;
  const state = stateOf(d, orders);
  return { ...rest, orders, state, stateOn: stateDay(d, state, lastOn), next: nextOf(d, orders) };
}

function stateOf(d: Draft, orders: readonly Order[]): OmbudsmanState {
  if (d.ended !== null) return 'ended';
  const determined = d.determinations.at(-1);
  if (openEvidence(d).some(({ askedOn }) => determined === undefined || askedOn >= determined.on))
    return 'evidence-asked';
  if (determined !== undefined || orders.length > 0) {
    if (d.reviews.some((review) => review.answeredOn === null)) return 'review';
    return orders.some((order) => order.binding && order.outstanding) ? 'orders' : 'decided';
  }
  if (d.investigationOn !== null) return 'investigating';
  return d.evidence.length === 0 ? 'enquiry' : 'evidence-sent';
}

function stateDay(d: Draft, state: OmbudsmanState, lastOn: Day): Day {
  switch (state) {
    case 'ended':
      return d.ended?.on ?? lastOn;
    case 'evidence-asked':
      return openEvidence(d)[0]?.askedOn ?? lastOn;
    case 'evidence-sent':
      return latest(...d.evidence.map(({ sentOn }) => sentOn)) ?? lastOn;
    case 'investigating':
      return d.investigationOn ?? lastOn;
    case 'orders':
    case 'decided':
      return d.determinations.at(-1)?.on ?? lastOn;
    case 'review':
      return d.reviews.at(-1)?.askedOn ?? lastOn;
    case 'enquiry':
      return d.beganOn;
    default:
      return state satisfies never;
  }
}

function nextOf(d: Draft, orders: readonly Order[]): NextStep | null {
  if (d.ended !== null) return null;
  const steps: NextStep[] = orders
    .filter((order) => order.outstanding)
    .map((order) => ({
      what:
        order.dueOn === null
          ? 'order-date'
          : !order.binding
            ? 'recommendation'
            : order.compliedOn === null
              ? 'order'
              : 'proof',
      dueOn: order.dueOn,
    }));
  steps.push(...openEvidence(d).map(({ dueOn }) => ({ what: 'evidence' as const, dueOn })));
  // What has a day comes first, the earliest before the others.
  steps.sort((a, b) => ((a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1));
  if (steps.length === 0 && d.determinations.length > 0 && d.learnedOn === null)
    return { what: 'learning', dueOn: null };
  return steps[0] ?? null;
}
