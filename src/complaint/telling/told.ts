/**
 * What somebody tells the landlord by its form, as far as they have come. Nothing in it is required to begin, and a
 * contact waits for neither a name nor an address (3.2): what is missing at the end is missing, and triage asks.
 */
import type { Day } from '../../facts/days.js';
import type { AdjustmentKind, HazardKind, RepresentativeRole } from '../../facts/happened.js';

/** What they came for. A suggestion: nobody has to know what a complaint is, and triage decides with their choice. */
export const wishes = ['wrong', 'ask', 'thank'] as const;
export type Wish = (typeof wishes)[number];

export const tellers = ['resident', 'for-someone', 'member', 'group'] as const;
export type Teller = (typeof tellers)[number];

/** What somebody says they may act by. It is a claim until staff have seen it, or the resident has said so (3.6). */
export const claims = [
  'signed-form',
  'power-of-attorney',
  'court-order',
  'probate',
  'resident-told-us',
  'not-yet',
] as const;
export type Claim = (typeof claims)[number];

export const risks = ['now', 'if-it-goes-on', 'no', 'not-sure'] as const;
export type Risk = (typeof risks)[number];

/** 1.3: whoever is dissatisfied is given the choice, in words that say what each means. */
export const choicesToComplain = ['complain', 'not-complain', 'no-answer-yet'] as const;
export type ChoiceToComplain = (typeof choicesToComplain)[number];

export const reachKinds = ['email', 'phone', 'text-message', 'post'] as const;
export type ReachKind = (typeof reachKinds)[number];

export interface ToldPoint {
  readonly what: string;
  /** What would put it right; '' when they have no idea yet, which is an answer too. */
  readonly right: string;
  readonly since: Day | null;
  /** 'Before Christmas': what was typed where a date could not be. */
  readonly sinceWords: string;
}

export interface Reach {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  /** Whether that number takes texts. */
  readonly texts: boolean;
  readonly post: string;
  /** What they would have us use first. */
  readonly best: ReachKind | null;
  /** What must never be used: somebody else reads it, or hears it. */
  readonly unsafe: readonly ReachKind[];
  /** When, and how: 'after six, and leave no message'. */
  readonly when: string;
  /** They said that they do not want to be reached. */
  readonly none: boolean;
}

export interface ToldHome {
  readonly address: string;
  readonly postcode: string;
}

export interface Told {
  readonly wish: Wish | null;
  readonly teller: Teller | null;
  /** The form's questions that have been answered, also those that were passed over. */
  readonly answered: readonly string[];
  readonly points: readonly ToldPoint[];
  readonly risk: Risk | null;
  readonly riskWords: string;
  readonly hazards: readonly HazardKind[];
  readonly home: ToldHome;
  /** Whoever fills in the form. */
  readonly you: Reach;
  /** The resident, when somebody else fills it in. */
  readonly resident: Reach;
  readonly role: RepresentativeRole | null;
  readonly claim: Claim | null;
  readonly others: readonly { readonly name: string; readonly reach: string }[];
  readonly adjustments: readonly AdjustmentKind[];
  readonly adjustmentWords: string;
  readonly language: string;
  /** Whether we were told before, when something is only asked for. */
  readonly toldBefore: boolean | null;
  readonly choice: ChoiceToComplain | null;
}

const noReach: Reach = {
  name: '',
  email: '',
  phone: '',
  texts: false,
  post: '',
  best: null,
  unsafe: [],
  when: '',
  none: false,
};

/** Before the first answer. */
export const nothingTold: Told = {
  wish: null,
  teller: null,
  answered: [],
  points: [],
  risk: null,
  riskWords: '',
  hazards: [],
  home: { address: '', postcode: '' },
  you: noReach,
  resident: noReach,
  role: null,
  claim: null,
  others: [],
  adjustments: [],
  adjustmentWords: '',
  language: '',
  toldBefore: null,
  choice: null,
};

/** More than any form needs; the rest goes into words. */
export const mostPoints = 12;
export const mostOthers = 30;

/** The ways of reaching somebody that were told and are not marked unsafe, the best first. */
export function safeWays(reach: Reach): readonly { readonly kind: ReachKind; readonly value: string }[] {
  const told: { kind: ReachKind; value: string }[] = [
    { kind: 'email', value: reach.email.trim() },
    { kind: 'text-message', value: reach.texts ? reach.phone.trim() : '' },
    { kind: 'phone', value: reach.phone.trim() },
    { kind: 'post', value: reach.post.trim() },
  ];
  const safe = told.filter(({ kind, value }) => value !== '' && !isUnsafe(reach, kind));
  return [...safe.filter(({ kind }) => kind === reach.best), ...safe.filter(({ kind }) => kind !== reach.best)];
}

/** A number that somebody else answers takes no texts either. */
export function isUnsafe(reach: Reach, kind: ReachKind): boolean {
  return reach.unsafe.includes(kind) || (kind === 'text-message' && reach.unsafe.includes('phone'));
}

/** Whether there is any way at all of reaching whoever fills in the form, or the resident. */
export function canBeReached(told: Told): boolean {
  return [told.you, told.resident].some((reach) => [reach.email, reach.phone, reach.post].some((way) => way.trim()));
}
