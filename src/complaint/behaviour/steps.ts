/**
 * What a case tells of behaviour: incidents, warnings, and each restriction with the steps that it has been through. The
 * steps of one restriction stand on one case (docs/decisions/0025-a-restriction-is-of-a-person.md).
 */
import type { Day } from '../../facts/days.js';
import type { PersonId, RestrictionId, RestrictionTerms, StaffId, Words } from '../../facts/happened.js';
import type { Case } from '../case.js';

/** Proposed, then agreed or not; in force once the person was told in writing; over when lifted or when its last day is past. */
export type RestrictionState = 'proposed' | 'agreed' | 'not-agreed' | 'in-force' | 'lifted';

export interface RestrictionTold {
  readonly id: RestrictionId;
  readonly person: PersonId | null;
  readonly state: RestrictionState;
  /** Null where an old entry tells none: what holds stands in `how`. */
  readonly kinds: RestrictionTerms['kinds'];
  readonly contact: StaffId | null;
  readonly channels: RestrictionTerms['channels'];
  readonly how: Words;
  readonly reasons: Words;
  readonly equality: Words;
  readonly adjustments: Words | null;
  readonly proposedOn: Day | null;
  readonly proposedBy: StaffId | null;
  readonly agreedBy: StaffId | null;
  readonly decidedOn: Day | null;
  readonly reviewOn: Day | null;
  readonly until: Day | null;
  readonly reviewedOn: Day | null;
  /** The appeal that waits for its answer. */
  readonly appealedOn: Day | null;
  readonly appeal: Words | null;
  readonly liftedOn: Day | null;
}

export interface BehaviourTold {
  readonly incidents: readonly { readonly person: PersonId | null; readonly on: Day; readonly words: Words }[];
  readonly warnings: readonly { readonly person: PersonId | null; readonly on: Day; readonly words: Words }[];
  readonly restrictions: readonly RestrictionTold[];
}

/** The steps that a case tells, in the order recorded. */
export function behaviourIn(c: Pick<Case, 'history'>): BehaviourTold {
  const incidents: BehaviourTold['incidents'][number][] = [];
  const warnings: BehaviourTold['warnings'][number][] = [];
  const restrictions = new Map<RestrictionId, RestrictionTold>();
  const change = (id: RestrictionId, with_: Partial<RestrictionTold>) => {
    const known = restrictions.get(id);
    if (known !== undefined) restrictions.set(id, { ...known, ...with_ });
  };
  for (const { what, happenedOn: on } of c.history) {
    switch (what.type) {
      case 'BehaviourIncidentRecorded':
        incidents.push({ person: what.by, on, words: what.words });
        break;
      case 'BehaviourWarned':
        warnings.push({ person: what.by, on, words: what.words });
        break;
      case 'RestrictionProposed':
        restrictions.set(what.restriction, {
          ...unknown,
          id: what.restriction,
          person: what.by,
          state: 'proposed',
          kinds: what.kinds,
          contact: what.contact,
          channels: what.channels,
          how: what.how,
          reasons: what.reasons,
          equality: what.equality,
          adjustments: what.adjustments,
          proposedOn: on,
          proposedBy: what.proposedBy,
          reviewOn: what.reviewOn,
          until: what.until,
        });
        break;
      case 'RestrictionAgreed':
        change(what.restriction, { state: 'agreed', agreedBy: what.agreedBy });
        break;
      case 'RestrictionNotAgreed':
        change(what.restriction, { state: 'not-agreed' });
        break;
      case 'ContactRestricted': {
        const { restriction, by, how, reasons, equality, reviewOn, until, decidedBy } = what;
        restrictions.set(restriction, {
          ...(restrictions.get(restriction) ?? unknown),
          id: restriction,
          person: by,
          state: 'in-force',
          how,
          reasons,
          equality,
          reviewOn,
          until,
          agreedBy: decidedBy,
          decidedOn: on,
        });
        break;
      }
      case 'RestrictionAppealed':
        change(what.restriction, { appealedOn: on, appeal: what.words });
        break;
      case 'RestrictionChanged': {
        const { kinds, contact, channels, how, until } = what;
        change(what.restriction, { kinds, contact, channels, how, until });
        break;
      }
      case 'RestrictionReviewed':
        change(what.restriction, {
          reviewedOn: on,
          appealedOn: null,
          appeal: null,
          ...(what.outcome === 'lifted'
            ? { state: 'lifted' as const, liftedOn: on }
            : what.reviewOn === null
              ? {}
              : { reviewOn: what.reviewOn }),
        });
        break;
      case 'RestrictionLifted':
        change(what.restriction, { state: 'lifted', liftedOn: on });
        break;
      default:
    }
  }
  return { incidents, warnings, restrictions: [...restrictions.values()] };
}

const unknown: Omit<
  RestrictionTold,
  'id' | 'person' | 'state' | 'how' | 'reasons' | 'equality' | 'reviewOn' | 'until'
> & { readonly how: Words; readonly reasons: Words; readonly equality: Words } = {
  kinds: [],
  contact: null,
  channels: [],
  how: '' as Words,
  reasons: '' as Words,
  equality: '' as Words,
  adjustments: null,
  proposedOn: null,
  proposedBy: null,
  agreedBy: null,
  decidedOn: null,
  reviewedOn: null,
  appealedOn: null,
  appeal: null,
  liftedOn: null,
};

/** Whether it holds on a day: told, not lifted, and its last day not past. */
export function holdsOn(r: Pick<RestrictionTold, 'state' | 'until'>, day: Day): boolean {
  return r.state === 'in-force' && (r.until === null || r.until >= day);
}
