/**
 * The vocabulary in which a case of the demonstration is told: what happened, who did it, how many working days later,
 * and in whose words. Only data; `play.ts` turns it into decisions.
 *
 * Words may hold `{-12}` (the day twelve calendar days before the step, as '10 April 2026') and `{+9}`, so that a text
 * reads right whenever the demonstration is loaded.
 */
import type { ArrivalKind } from '../../src/complaint/arriving.js';
import type { Rating } from '../../src/complaint/asking/survey.js';
import type { Risk } from '../../src/complaint/telling/told.js';
import type {
  AccessOutcome,
  AdjustmentKind,
  Answerer,
  Authority,
  CaseRelation,
  Channel,
  EndGround,
  Finding,
  HazardKind,
  Hearer,
  Kind,
  RefusalGround,
  RemedyKind,
  RepresentativeRole,
  Sending,
  Tenure,
} from '../../src/facts/happened.js';
import type { Proposal } from '../../src/store/arrivals.js';
import type { AreaName, StaffKey, TeamKey } from './landlord.js';
import type { OmbudsmanScript } from './ombudsman.js';
import type { PersonKey } from './people.js';

export type { PersonKey, StaffKey, TeamKey };

/** Working days after the step before, or before the day of loading. */
export type When = number | { readonly ago: number };

/** Who records it. Mail and the resident's own form arrive by themselves, on any day. */
export type Who = StaffKey | 'mail';

export interface PointScript {
  /** The resident's words for it; absent, what was received. */
  readonly words?: string;
  readonly understanding: string;
  readonly outcome: string;
  readonly area: AreaName;
  readonly category: string;
  readonly whose?: Answerer;
  /** Calendar days before receipt that it has been going on. */
  readonly sinceDaysBefore?: number;
}

export interface DecisionScript {
  readonly finding: Finding;
  readonly reasons: string;
  readonly reliedOn: readonly string[];
}

export interface RemedyScript {
  readonly key: string;
  readonly kind: RemedyKind;
  readonly points: readonly string[];
  readonly words: string;
  /** Pounds. */
  readonly pounds?: number;
  readonly heads?: readonly (readonly [head: string, pounds: number])[];
  /** The contractor that it is charged to; we bear it unless told. */
  readonly borneBy?: TeamKey;
  readonly dueIn?: number;
}

/** A sum of compensation that is worked out apart from an answer. */
export interface SumScript {
  readonly key: string;
  readonly stage: 1 | 2;
  readonly points: readonly string[];
  readonly words: string;
  readonly heads: readonly (readonly [head: string, pounds: number])[];
  /** A share of the rent, in pounds a week, for so many days up to today. */
  readonly rent?: { readonly pounds: number; readonly percent: number; readonly days: number; readonly note: string };
  readonly borneBy?: TeamKey;
  readonly dueIn?: number;
}

export interface PromiseScript {
  readonly key: string;
  readonly points: readonly string[];
  readonly words: string;
  readonly team?: TeamKey;
  readonly owner?: StaffKey;
  /** Working days after the response. */
  readonly dueIn: number;
}

export interface AnswerScript {
  readonly stage: 1 | 2;
  readonly decisions: Readonly<Record<string, DecisionScript>>;
  readonly remedies?: readonly RemedyScript[];
  readonly promises?: readonly PromiseScript[];
  /** The letter's places that a person writes. */
  readonly letter: { readonly opening: string; readonly apology?: string; readonly closing?: string };
  readonly cause: string;
  readonly learning: string | { readonly none: string };
  readonly involved?: readonly StaffKey[];
  readonly how?: Sending;
}

export type Act =
  | { act: 'work-out'; sum: SumScript }
  | { act: 'send-back'; key: string; reason: string }
  | { act: 'offer-choice'; answer: 'complain' | 'not-complain' | 'no-answer-yet'; how: Sending; note: string | null }
  | {
      act: 'log';
      kind: Kind;
      area: AreaName;
      category: string;
      hazards: readonly HazardKind[];
      triage: { complexity: 'simple' | 'complex'; atRisk: boolean; earlyAnswer: boolean } | null;
    }
  | { act: 'identify'; person: PersonKey; home: boolean }
  | { act: 'message'; from: PersonKey | null; channel: Channel; words: string }
  | { act: 'represent'; person: PersonKey; role: RepresentativeRole; authority: Authority; note: string | null }
  | { act: 'adjust'; kind: AdjustmentKind; reviewInMonths: number; words: string }
  | { act: 'vulnerable'; words: string }
  /** Known since the receipt; `emergency` is the time at which it was told. */
  | { act: 'hazard'; kind: HazardKind; words: string; emergency?: string }
  /** What was done about the last one. */
  | { act: 'hand-over-hazard'; team: TeamKey; job: string; time?: string }
  | { act: 'investigate-hazard'; found: 'emergency' | 'significant' | 'none'; further: boolean; words: string }
  | { act: 'summarise-hazard'; how: Sending; words: string }
  | { act: 'make-hazard-safe'; words: string; time?: string }
  | { act: 'put-off-hazard-work'; words: string }
  | { act: 'begin-hazard-work'; words: string }
  | { act: 'assign'; stage: 1 | 2; to: StaffKey; team: TeamKey | null }
  | { act: 'no-conflict'; stage: 1 | 2; staff: StaffKey; words: string; conflict: boolean }
  /** Raises and defines what is not yet, and sends the letter. */
  | { act: 'acknowledge'; stage: 1 | 2; how: Sending; note: string | null; opening: string | null }
  | {
      act: 'split-off';
      point: string;
      because: 'unrelated' | 'would-delay';
      reason: string;
      /** The story that tells how the new case goes on. */
      to: string;
    }
  | { act: 'join-group'; person: PersonKey }
  | {
      act: 'extend';
      stage: 1 | 2;
      /** Working days beyond the date then due. */
      by: number;
      reason: string;
      goodReason: { words: string; approvedBy: StaffKey } | null;
    }
  | { act: 'interval'; stage: 1 | 2; every: number; note: string | null }
  | { act: 'update'; stage: 1 | 2; how: Sending; words: string }
  | { act: 'ask'; key: string; stage: 1 | 2; of: TeamKey; dueIn: number; words: string }
  | { act: 'chase'; key: string; words: string }
  | { act: 'got'; key: string; words: string }
  | { act: 'hear'; stage: 1 | 2; from: { person: PersonKey } | { staff: StaffKey }; words: string }
  | {
      act: 'share';
      stage: 1 | 2;
      with: { person: PersonKey } | { staff: StaffKey };
      points: readonly string[];
      words: string;
      commentsIn: number | null;
    }
  | { act: 'comment'; stage: 1 | 2; from: { person: PersonKey } | { staff: StaffKey }; words: string }
  /** Everything that an answer holds, up to a letter that is ready for a second person to read. */
  | ({ act: 'draft-answer' } & AnswerScript)
  | { act: 'approve'; stage: 1 | 2 }
  | { act: 'send-answer'; stage: 1 | 2 }
  | { act: 'escalate'; channel: Channel; points: 'all' | readonly string[]; words: string }
  | {
      act: 'refuse-escalation';
      ground: RefusalGround;
      filedDaysBefore?: number;
      circumstances: string;
      reasons: string;
    }
  | {
      act: 'refuse';
      ground: RefusalGround;
      /** Calendar days before the step. */
      filedDaysBefore?: number;
      issueDaysBefore?: number;
      circumstances: string;
      discretion: string | null;
      reasons: string;
    }
  | { act: 'overturn'; by: 'landlord' | 'ombudsman'; reasons: string }
  | { act: 'answer-request'; how: Sending; words: string }
  /** A complaint that comes out of a service request: a case of its own, told by another story. */
  | { act: 'becomes-complaint'; words: string; area: AreaName; category: string; to: string }
  | { act: 'withdraw'; how: Sending; words: string; confirmed: boolean }
  /** What was withdrawn comes again: a case of its own, told by another story. */
  | { act: 'raise-again'; channel: Channel; words: string; to: string }
  | { act: 'link'; to: string; relation: CaseRelation; reason: string }
  | { act: 'note'; words: string }
  | { act: 'ombudsman'; step: OmbudsmanScript }
  | { act: 'accept-remedy'; key: string; note: string | null }
  | { act: 'decline-remedy'; key: string; note: string | null }
  | { act: 'remedy-done'; key: string; proof: string }
  | { act: 'move-promise'; key: string; dueIn: number; reason: string; told: boolean }
  | { act: 'promise-done'; key: string; proof: string }
  | { act: 'promise-ended'; key: string; ground: EndGround; reason: string; replacedBy?: string }
  | { act: 'end-agreed'; key: string }
  | { act: 'job'; key: string; number: string }
  /** A visit for the day of the step, that came to nothing. */
  | { act: 'visit'; key: string; how: Sending; cameOf: AccessOutcome; words: string | null }
  | { act: 'ask-if-done'; key: string; how: Sending }
  | { act: 'said-done'; key: string; words: string }
  | { act: 'said-not-done'; key: string; words: string }
  /** A message that waits to be seen, as what it seems to be. */
  | {
      act: 'arrives';
      kind: ArrivalKind;
      from: PersonKey;
      channel: Channel;
      words: string;
      proposal: Proposal | null;
    }
  /** What was recorded last waits to be seen. */
  | { act: 'seen-as'; kind: ArrivalKind; from: PersonKey; channel: Channel; words: string | null }
  /** The answers to the five questions, in their order. */
  | { act: 'survey'; from: PersonKey; answers: readonly [Rating, Rating, Rating, Rating, Rating]; words: string | null }
  | {
      act: 'call-back';
      person: PersonKey;
      who: StaffKey | null;
      /** Working days after the step. */
      dueIn: number;
      time: string;
      about: string;
      tried: boolean;
    }
  /** Defines the points, reads them back by phone and acknowledges by it; `wrong` by the keys of points. */
  | { act: 'read-back'; wrong: Readonly<Record<string, string>> };

export interface Step {
  readonly when: When;
  readonly by: Who;
  readonly acts: readonly Act[];
  /** Whose own doing it is, by their link or form. */
  readonly theirs?: PersonKey;
}

export interface Receipt {
  readonly ago: number;
  /** Whole days earlier than that working day: mail written on the weekend before. */
  readonly daysEarlier?: number;
  /** Working days after it was heard that someone wrote it down. */
  readonly loggedAfter?: number;
  readonly channel: Channel;
  readonly heardBy: Hearer;
  readonly by: Who;
  readonly person: PersonKey | null;
  /** Whose home it is about, when not the person's own. */
  readonly homeOf?: PersonKey;
  readonly tenure?: Tenure;
  readonly group?: readonly PersonKey[];
  readonly hazards?: readonly HazardKind[];
  readonly words: string;
  /** It came by the form of the residents' site, point by point; `words` then stay empty. */
  readonly told?: ToldScript;
  /** The landlord's web chat sent it. */
  readonly source?: boolean;
  /** It stands in public. */
  readonly post?: {
    readonly network: string;
    readonly link: string;
    readonly author: string;
    /** What was said to it in public, on the same day. */
    readonly answer: string;
  };
}

export interface ToldScript {
  readonly points: readonly { readonly what: string; readonly right: string; readonly sinceDaysBefore: number }[];
  readonly risk: Risk;
  readonly riskWords: string;
  readonly when: string;
  readonly adjustments: readonly AdjustmentKind[];
}

/** A case of its own, or the rest of one that another story's step opened (`receipt` null). */
export interface Story {
  readonly key: string;
  readonly receipt: Receipt | null;
  readonly points: Readonly<Record<string, PointScript>>;
  readonly steps: readonly Step[];
}

export function story(
  key: string,
  receipt: Receipt | null,
  points: Readonly<Record<string, PointScript>>,
  ...steps: readonly Step[]
): Story {
  return { key, receipt, points, steps };
}

/** `later(3, 'kelly', …)`: three working days after the step before, by Kelly. */
export function later(workingDays: number, by: Who, ...acts: readonly Act[]): Step {
  return { when: workingDays, by, acts };
}

export function ago(workingDays: number, by: Who, ...acts: readonly Act[]): Step {
  return { when: { ago: workingDays }, by, acts };
}

/** Done by a resident or representative, by their own link or form. */
export function themselves(when: When, theirs: PersonKey, ...acts: readonly Act[]): Step {
  return { when, by: 'mail', acts, theirs };
}

export const arrives = (
  kind: ArrivalKind,
  from: PersonKey,
  channel: Channel,
  words: string,
  proposal: Proposal | null = null,
): Act => ({ act: 'arrives', kind, from, channel, words, proposal });
export const seenAs = (kind: ArrivalKind, from: PersonKey, channel: Channel, words: string | null): Act => ({
  act: 'seen-as',
  kind,
  from,
  channel,
  words,
});
export const survey = (
  from: PersonKey,
  answers: readonly [Rating, Rating, Rating, Rating, Rating],
  words: string | null,
): Act => ({ act: 'survey', from, answers, words });
export const callBack = (
  person: PersonKey,
  who: StaffKey | null,
  dueIn: number,
  time: string,
  about: string,
  more: { tried?: boolean } = {},
): Act => ({ act: 'call-back', person, who, dueIn, time, about, tried: more.tried ?? false });
export const readBack = (wrong: Readonly<Record<string, string>>): Act => ({ act: 'read-back', wrong });

export const logComplaint = (
  area: AreaName,
  category: string,
  more: { complex?: boolean; atRisk?: boolean; early?: boolean; hazards?: readonly HazardKind[] } = {},
): Act => ({
  act: 'log',
  kind: 'complaint',
  area,
  category,
  hazards: more.hazards ?? [],
  triage: {
    complexity: more.complex ? 'complex' : 'simple',
    atRisk: more.atRisk ?? false,
    earlyAnswer: more.early ?? false,
  },
});

export const logAs = (
  kind: Exclude<Kind, 'complaint'>,
  area: AreaName,
  category: string,
  hazards: readonly HazardKind[] = [],
): Act => ({
  act: 'log',
  kind,
  area,
  category,
  hazards,
  triage: null,
});

export const wantsToComplain = (how: Sending, note: string | null = null): Act => ({
  act: 'offer-choice',
  answer: 'complain',
  how,
  note,
});

export const doesNotWantToComplain = (how: Sending, note: string | null = null): Act => ({
  act: 'offer-choice',
  answer: 'not-complain',
  how,
  note,
});

export const assign = (to: StaffKey, team: TeamKey | null, stage: 1 | 2 = 1): Act => ({
  act: 'assign',
  stage,
  to,
  team,
});

export const acknowledge = (how: Sending, opening: string | null = null, note: string | null = null): Act => ({
  act: 'acknowledge',
  stage: 1,
  how,
  note,
  opening,
});

export const acknowledgeStage2 = (how: Sending, opening: string | null = null): Act => ({
  act: 'acknowledge',
  stage: 2,
  how,
  note: null,
  opening,
});

export const ask = (key: string, of: TeamKey, dueIn: number, words: string, stage: 1 | 2 = 1): Act => ({
  act: 'ask',
  key,
  stage,
  of,
  dueIn,
  words,
});
export const got = (key: string, words: string): Act => ({ act: 'got', key, words });
export const chase = (key: string, words: string): Act => ({ act: 'chase', key, words });
export const note = (words: string): Act => ({ act: 'note', words });

export const hear = (person: PersonKey, words: string, stage: 1 | 2 = 1): Act => ({
  act: 'hear',
  stage,
  from: { person },
  words,
});

export const answer = (stage: 1 | 2, rest: Omit<AnswerScript, 'stage'>): Act => ({
  act: 'draft-answer',
  stage,
  ...rest,
});
export const approve = (stage: 1 | 2 = 1): Act => ({ act: 'approve', stage });
export const send = (stage: 1 | 2 = 1): Act => ({ act: 'send-answer', stage });

export const upheld = (reasons: string, ...reliedOn: readonly string[]): DecisionScript => ({
  finding: 'upheld',
  reasons,
  reliedOn,
});
export const partly = (reasons: string, ...reliedOn: readonly string[]): DecisionScript => ({
  finding: 'partly-upheld',
  reasons,
  reliedOn,
});
export const notUpheld = (reasons: string, ...reliedOn: readonly string[]): DecisionScript => ({
  finding: 'not-upheld',
  reasons,
  reliedOn,
});

export const extend = (
  by: number,
  reason: string,
  more: { stage?: 1 | 2; goodReason?: string; approvedBy?: StaffKey } = {},
): Act => ({
  act: 'extend',
  stage: more.stage ?? 1,
  by,
  reason,
  goodReason: more.goodReason === undefined ? null : { words: more.goodReason, approvedBy: more.approvedBy ?? 'ruth' },
});
export const interval = (every: number, words: string, stage: 1 | 2 = 1): Act => ({
  act: 'interval',
  stage,
  every,
  note: words,
});
export const update = (how: Sending, words: string, stage: 1 | 2 = 1): Act => ({ act: 'update', stage, how, words });
export const message = (from: PersonKey | null, channel: Channel, words: string): Act => ({
  act: 'message',
  from,
  channel,
  words,
});
export const done = (key: string, proof: string): Act => ({ act: 'promise-done', key, proof });
export const moved = (key: string, dueIn: number, reason: string, told = true): Act => ({
  act: 'move-promise',
  key,
  dueIn,
  reason,
  told,
});
export const askIfDone = (key: string, how: Sending): Act => ({ act: 'ask-if-done', key, how });
export const saidDone = (key: string, words: string): Act => ({ act: 'said-done', key, words });
export const saidNotDone = (key: string, words: string): Act => ({ act: 'said-not-done', key, words });
export const remedyDone = (key: string, proof: string): Act => ({ act: 'remedy-done', key, proof });
export const acceptRemedy = (key: string, words: string | null = null): Act => ({
  act: 'accept-remedy',
  key,
  note: words,
});
export const escalate = (channel: Channel, words: string, points: 'all' | readonly string[] = 'all'): Act => ({
  act: 'escalate',
  channel,
  points,
  words,
});
export const noConflict = (who: StaffKey, stage: 1 | 2 = 2): Act => ({
  act: 'no-conflict',
  stage,
  staff: who,
  conflict: false,
  words: 'I had no part in the stage 1 answer or in the service complained of, and do not know the resident.',
});

/** Money and apology as remedies, in the form that most answers have them. */
export const money = (
  key: string,
  points: readonly string[],
  words: string,
  ...heads: readonly (readonly [head: string, pounds: number])[]
): RemedyScript => ({
  key,
  kind: 'financial',
  points,
  words,
  heads,
  pounds: heads.reduce((sum, [, pounds]) => sum + pounds, 0),
  dueIn: 20,
});
export const sorry = (points: readonly string[], words: string): RemedyScript => ({
  key: `apology-${points.join('-')}`,
  kind: 'apology',
  points,
  words,
});
export const promise = (
  key: string,
  points: readonly string[],
  words: string,
  dueIn: number,
  whose: { team?: TeamKey; owner?: StaffKey },
): PromiseScript => ({ key, points, words, dueIn, ...whose });
