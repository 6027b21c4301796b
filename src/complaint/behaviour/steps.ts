/**
 * What a case tells of behaviour: incidents, warnings, and each restriction with the steps that it has been through. The
 * steps of one restriction stand on one case (docs/decisions/0025-a-restriction-is-of-a-person.md).
 */
import { type Day, earliest } from '../../facts/days.js';
import type { PersonId, RestrictionId, RestrictionTerms, StaffId, Words } from '../../facts/happened.js';
import type { Case } from '../case.js';

/** Proposed, then agreed or not; in force once the person was told in writing; over when lifted or when its last day is past. */
export type RestrictionState = 'proposed' | 'agreed' | 'not-agreed' | 'in-force' | 'lifted';

export interface ReviewPeriod {
  readonly from: Day;
  /** What it is counted from: they were told of the restriction, or it was reviewed. */
  readonly since: 'told' | 'reviewed';
  readonly reviewOn: Day;
  readonly reviewedOn: Day | null;
}

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
  /** Whoever proposed it, decided it or reviewed it: an appeal is for somebody else. */
  readonly hadAPart: readonly StaffId[];
  readonly decidedOn: Day | null;
  readonly reviewOn: Day | null;
  readonly until: Day | null;
  readonly reviewedOn: Day | null;
  /** From when until when it was to be looked at again, each time; the last is open while it holds. */
  readonly periods: readonly ReviewPeriod[];
  readonly appeals: readonly { readonly on: Day; readonly answeredOn: Day | null }[];
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
  const change = (
    id: RestrictionId,
    with_: Partial<RestrictionTold> | ((was: RestrictionTold) => Partial<RestrictionTold>),
  ) => {
    const known = restrictions.get(id);
    if (known !== undefined)
      restrictions.set(id, { ...known, ...(typeof with_ === 'function' ? with_(known) : with_) });
  };
  for (const { what, happenedOn: on, recordedBy } of c.history) {
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
          hadAPart: [what.proposedBy],
          reviewOn: what.reviewOn,
          until: what.until,
        });
        break;
      case 'RestrictionAgreed':
        change(what.restriction, ({ hadAPart }) => ({
          state: 'agreed',
          agreedBy: what.agreedBy,
          hadAPart: [...hadAPart, what.agreedBy],
        }));
        break;
      case 'RestrictionNotAgreed':
        change(what.restriction, { state: 'not-agreed' });
        break;
      case 'ContactRestricted': {
        const { restriction, by, how, reasons, equality, reviewOn, until, decidedBy } = what;
        restrictions.set(restriction, {
          ...(restrictions.get(restriction) ?? unknown),
          hadAPart: [...(restrictions.get(restriction)?.hadAPart ?? []), decidedBy],
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
          periods: periodFrom(on, 'told', reviewOn),
        });
        break;
      }
      case 'RestrictionAppealed':
        change(what.restriction, ({ appeals }) => ({
          appealedOn: on,
          appeal: what.words,
          appeals: [...appeals, { on, answeredOn: null }],
        }));
        break;
      case 'RestrictionChanged': {
        const { kinds, contact, channels, how, until } = what;
        change(what.restriction, { kinds, contact, channels, how, until });
        break;
      }
      case 'RestrictionReviewed':
        change(what.restriction, ({ periods, appeals, hadAPart, reviewOn: before }) => ({
          reviewedOn: on,
          hadAPart: 'staff' in recordedBy ? [...hadAPart, recordedBy.staff] : hadAPart,
          periods: [
            ...periods.map((one) => ({ ...one, reviewedOn: one.reviewedOn ?? on })),
            ...(what.outcome === 'lifted' ? [] : periodFrom(on, 'reviewed', what.reviewOn ?? before)),
          ],
          appeals: appeals.map((one) => ({ ...one, answeredOn: one.answeredOn ?? on })),
          appealedOn: null,
          appeal: null,
          ...(what.outcome === 'lifted'
            ? { state: 'lifted' as const, liftedOn: on }
            : what.reviewOn === null
              ? {}
              : { reviewOn: what.reviewOn }),
        }));
        break;
      case 'RestrictionLifted':
        change(what.restriction, { state: 'lifted', liftedOn: on });
        break;
      default:
    }
  }
  return { incidents, warnings, restrictions: [...restrictions.values()] };
}

/** From that day on; none where no day of a review is told. */
export function periodFrom(from: Day, since: ReviewPeriod['since'], reviewOn: Day | null): readonly ReviewPeriod[] {
  return reviewOn === null ? [] : [{ from, since, reviewOn, reviewedOn: null }];
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
  hadAPart: [],
  decidedOn: null,
  reviewedOn: null,
  periods: [],
  appeals: [],
  appealedOn: null,
  appeal: null,
  liftedOn: null,
};

/** The day on which one that was told ended: lifted, or by itself on its last day; null while it goes on. */
export function overOn({ liftedOn, until }: Pick<RestrictionTold, 'liftedOn' | 'until'>, day: Day): Day | null {
  return earliest(liftedOn, until !== null && until < day ? until : null);
}

/** Whether it holds on a day: told, not lifted, and its last day not past. */
export function holdsOn(r: Pick<RestrictionTold, 'state' | 'liftedOn' | 'until'>, day: Day): boolean {
  return r.state === 'in-force' && overOn(r, day) === null;
}
