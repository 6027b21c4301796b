/** What a form suggests to triage. Never more than that: a person decides, by the resident's own choice (1.3). */
import type { AdjustmentKind, Authority, HazardKind, Kind, RepresentativeRole } from '../../facts/happened.js';
import type { Told } from './told.js';

/** The kind that the answers point to; null when they point to none. */
export function suggestedKind(told: Told): Kind | null {
  return suggestedOf(told);
}

/** The same by the few answers that decide it, as they are kept with the case. */
export function suggestedOf(told: Pick<Told, 'wish' | 'teller' | 'role' | 'choice'>): Kind | null {
  if (told.wish === 'thank') return 'compliment';
  if (told.choice === 'complain') return 'complaint';
  // A member who brings a resident's dissatisfaction is their go-between, and the resident's choice decides.
  if (told.teller === 'member' && told.wish === 'ask')
    return told.role === 'councillor' ? 'councillor-enquiry' : 'mp-enquiry';
  if (told.choice === 'not-complain') return 'service-request';
  if (told.wish === 'wrong') return 'complaint';
  return told.wish === 'ask' ? 'service-request' : null;
}

/** The hazards that were ticked, and the emergency that was told. */
export function suggestedHazards(told: Told): readonly HazardKind[] {
  return [...new Set<HazardKind>([...(told.risk === 'now' ? (['emergency'] as const) : []), ...told.hazards])];
}

export interface SaysToActFor {
  readonly role: RepresentativeRole;
  /**
   * What stands in the history on receipt: asked of the resident, or an elected member's. What somebody says of their own
   * authority is never taken for it.
   */
  readonly authority: Authority;
}

/** Null when somebody speaks for themselves. */
export function saysToActFor(told: Told): SaysToActFor | null {
  if (told.teller === 'member')
    return { role: told.role === 'councillor' ? 'councillor' : 'mp', authority: 'elected-member' };
  if (told.teller !== 'for-someone') return null;
  const role = told.role === null || told.role === 'mp' || told.role === 'councillor' ? 'other' : told.role;
  return { role, authority: 'asked' };
}

/** What the product makes by itself, so that it is agreed the moment it is asked for (5.10). */
const madeByTheProduct: readonly AdjustmentKind[] = ['large-print', 'coloured-background', 'plain-text'];

/**
 * What is agreed with the resident by their having asked for it. What somebody else who fills the form in finds easier is
 * theirs, and no adjustment of the resident's: it stands in what was told.
 */
export function adjustmentsAgreedAtOnce(told: Told): readonly AdjustmentKind[] {
  return choiceIsTheirs(told) ? told.adjustments.filter((kind) => madeByTheProduct.includes(kind)) : [];
}

/** What was asked for and a person has to agree and arrange. */
export function adjustmentsToAgree(told: Told): readonly AdjustmentKind[] {
  const agreed = adjustmentsAgreedAtOnce(told);
  return told.adjustments.filter((kind) => !agreed.includes(kind));
}

/**
 * Whether the choice was the resident's own to make. Somebody else's stands in what the form told, as a suggestion, until
 * they may speak for the resident or the resident has made it.
 */
export function choiceIsTheirs(told: Told): boolean {
  return told.teller === 'resident' || told.teller === 'group';
}

/**
 * How it is settled whether somebody may act: the resident is asked; or the paper is looked at, since whoever needs an
 * attorney may not be able to answer; or nobody is asked, since the resident has died (3.6).
 */
export function authoritySettledBy(told: Pick<Told, 'claim' | 'role'>): 'resident' | 'document' | 'grant' {
  if (told.claim === 'probate' || told.role === 'executor') return 'grant';
  if (told.claim === 'power-of-attorney' || told.claim === 'court-order' || told.role === 'attorney-or-deputy')
    return 'document';
  return 'resident';
}
