/** What cases show of how people are treated under section 5 of the 2024 Code: conflicts, updates, adjustments, restrictions. */
import { exception, isComplaint, lacking, met, type Rule, type Seen, unknown, worst } from '../words.js';

export const openMind: Rule = {
  among: 'answered complaints in which the resident was heard or somebody said whether they had a conflict',
  did: 'were decided by people without a declared conflict',
  showsOnly:
    'Shows conflicts of interest and that positions were heard. Whether a complaint was judged on its merits, with an open mind, is for a person: read a sample.',
  by: 'answer',
  whys: ['decided-in-conflict'],
  late: [],
  of: (t) =>
    worst(
      ...([1, 2] as const).map((stage): Seen => {
        const record = t.c.stages[stage];
        if (record === null || record.respondedOn === null || !isComplaint(t)) return null;
        const on = record.respondedOn;
        const conflicted = new Set(record.conflicts.filter((d) => d.conflict).map((d) => d.staff));
        if (record.deciders.some((staff) => conflicted.has(staff))) return exception(on, 'decided-in-conflict');
        const heard = record.positions.some((p) => 'person' in p.from) || record.conflicts.length > 0;
        return heard ? met(on) : null;
      }),
    ),
};

export const updatesAgreed: Rule = {
  among: 'complaints answered outside the Code’s times',
  did: 'had an interval for updates agreed with the resident by then',
  showsOnly: null,
  by: 'answer',
  whys: ['no-updates-agreed', 'updates-agreed-late'],
  late: ['update'],
  of: (t) =>
    worst(
      ...([1, 2] as const).map((stage): Seen => {
        const clock = t.clock(`stage-${stage}-response`);
        const record = t.c.stages[stage];
        if (record === null || record.respondedOn === null || clock === undefined) return null;
        if (clock.state !== 'late' && !clock.extensions.some((e) => e.beyondTheLimit)) return null;
        const on = record.respondedOn;
        const interval = record.updateInterval;
        if (interval === null) return lacking(t, on, 'no-updates-agreed');
        if (interval.agreedOn > clock.due) return exception(on, 'updates-agreed-late');
        // Set after trying to agree it: whether enough was tried is for a person.
        return interval.agreedWithResident ? met(on) : unknown(on);
      }),
    ),
};

export const adjustments: Rule = {
  among: 'cases in which an adjustment was agreed',
  did: 'have it on record, and reviewed by its day where that came',
  showsOnly: 'Shows adjustments agreed and their reviews. Whether one was needed and nobody asked is for a person.',
  by: 'that-day',
  whys: ['adjustment-reviewed-late'],
  late: ['adjustment-review'],
  of: (t) => {
    const agreed = t.happened('AdjustmentAgreed');
    const first = agreed[0];
    if (first === undefined) return null;
    const reviewOn = new Map<string, string | null>(agreed.map((e) => [e.what.adjustment, e.what.reviewOn]));
    for (const { what, happenedOn } of t.happened('AdjustmentReviewed')) {
      const due = reviewOn.get(what.adjustment) ?? null;
      if (due !== null && happenedOn > due) return exception(happenedOn, 'adjustment-reviewed-late');
      reviewOn.set(what.adjustment, what.reviewOn);
    }
    return met(first.happenedOn);
  },
};

export const restrictions: Rule = {
  among: 'cases with a restriction on contact',
  did: 'have its reasons on record, and a review by its day where that came',
  showsOnly: 'Shows restrictions with their reasons and reviews. The policy itself is for a person.',
  by: 'that-day',
  whys: ['restriction-reviewed-late'],
  late: ['restriction-review'],
  of: (t) => {
    const restricted = t.happened('ContactRestricted');
    const first = restricted[0];
    if (first === undefined) return null;
    const reviewOn = new Map<string, string | null>(restricted.map((e) => [e.what.restriction, e.what.reviewOn]));
    for (const { what, happenedOn } of t.happened('RestrictionReviewed')) {
      const due = reviewOn.get(what.restriction) ?? null;
      if (due !== null && happenedOn > due) return exception(happenedOn, 'restriction-reviewed-late');
      reviewOn.set(what.restriction, what.reviewOn);
    }
    return met(first.happenedOn);
  },
};

export const equality: Rule = {
  among: 'cases with a restriction on contact',
  did: 'have the thoughts on equality written down',
  showsOnly:
    'Shows that something was written about equality for each restriction. Whether the restriction was in proportion is for a person.',
  by: 'that-day',
  whys: [],
  late: [],
  of: (t) => {
    const first = t.happened('ContactRestricted')[0];
    return first === undefined ? null : met(first.happenedOn);
  },
};
