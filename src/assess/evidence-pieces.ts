/** Pieces of evidence that a person judges by: what kinds there are, and whether one still holds on a day. */
import { addDays, type Day } from '../facts/days.js';

export const evidenceKinds = ['policy', 'training', 'publicity', 'role', 'minutes', 'other'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export const evidenceKindWords: Readonly<Record<EvidenceKind, string>> = {
  policy: 'Policy or procedure',
  training: 'Training register',
  publicity: 'Publicity log',
  role: 'Role and who has it',
  minutes: 'Minutes',
  other: 'Something else',
};

export const evidenceRoles = ['member-responsible', 'senior-lead', 'complaints-officer'] as const;
export type EvidenceRole = (typeof evidenceRoles)[number];

export const evidenceRoleWords: Readonly<Record<EvidenceRole, string>> = {
  'member-responsible': 'Member responsible for complaints',
  'senior-lead': 'Senior lead for complaints',
  'complaints-officer': 'Complaints officer',
};

export interface Lasting {
  readonly effectiveOn: Day | null;
  readonly expiresOn: Day | null;
  readonly reviewOn: Day | null;
  readonly retiredOn: Day | null;
  readonly lastReviewHolds: boolean | null;
}

/** Only what holds counts as evidence. */
export type PieceState = 'holds' | 'not-yet' | 'expired' | 'retired' | 'found-wanting';

/** Whether a piece counts as evidence on a day. What a review found wanting does not, until a later review says otherwise. */
export function pieceState(piece: Lasting, today: Day): PieceState {
  if (piece.retiredOn !== null && piece.retiredOn <= today) return 'retired';
  if (piece.expiresOn !== null && piece.expiresOn < today) return 'expired';
  if (piece.effectiveOn !== null && piece.effectiveOn > today) return 'not-yet';
  return piece.lastReviewHolds === false ? 'found-wanting' : 'holds';
}

export const pieceStateWords: Readonly<Record<PieceState, string>> = {
  holds: 'In use',
  'not-yet': 'Not in use yet',
  expired: 'Expired',
  retired: 'Out of use',
  'found-wanting': 'Review found it wanting',
};

export interface Reminder {
  readonly about: 'expiry' | 'review';
  readonly on: Day;
  readonly daysBefore: number;
}

/** How many days before, the owner is reminded: a month, in which a policy can be renewed; a week; and on the day. */
const remindedBefore = [30, 7, 0] as const;

/** The longest time before a day at which a reminder of it is due. */
export const firstRemindedBefore = remindedBefore[0];

/**
 * The reminders of a piece that have come due: for each of its days the nearest one alone, so that an owner who was away
 * gets one and not three. None once it is out of use.
 */
export function remindersDue(piece: Lasting, today: Day): readonly Reminder[] {
  if (piece.retiredOn !== null) return [];
  const due: Reminder[] = [];
  for (const [about, on] of [
    ['expiry', piece.expiresOn],
    ['review', piece.reviewOn],
  ] as const) {
    if (on === null) continue;
    const nearest = remindedBefore.filter((days) => addDays(on, -days) <= today).at(-1);
    if (nearest !== undefined) due.push({ about, on, daysBefore: nearest });
  }
  return due;
}
