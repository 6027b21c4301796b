/** What cases show of section 2 of the 2024 Code: which complaints were refused, on what ground and how it was told. */
import { yearAfter } from '../../../complaint/year-after.js';
import { earliest } from '../../../facts/days.js';
import type { LetterId, LetterKind, RefusalGround } from '../../../facts/happened.js';
import { exception, isComplaint, met, type Rule, type Rules, type Seen, type Told, unknown, worst } from '../words.js';

/** 2.2: the grounds that the Code names, and what is no complaint of ours at all. Others are for a person. */
function ground(t: Told, refused: { ground: RefusalGround; filedOn: string | null }, on: Seen & object): Seen {
  if (refused.ground === 'other') return unknown(on.on);
  if (refused.ground !== 'legal-proceedings' || refused.filedOn !== null) return on;
  return t.c.imported ? unknown(on.on) : exception(on.on, 'no-filing-day');
}

/** Whether a refusal was told in a letter that arrived. */
function toldInLetter(t: Told, letter: LetterId | null, kind: LetterKind, on: Seen & object): Seen {
  const letters = t.c.letters.filter((l) => (l.id === letter || l.kind === kind) && l.sentOn !== null);
  if (letters.some((l) => !l.failed)) return on;
  if (letters.length > 0) return exception(on.on, 'refusal-came-back');
  return t.c.imported ? unknown(on.on) : exception(on.on, 'no-refusal-letter');
}

export const accepted: Rule = {
  among: 'complaints, accepted or refused',
  did: 'were accepted, or refused on a ground that stands with its reasons on record',
  showsOnly:
    'Shows what was logged as a complaint and what was refused. Whether each reason is a good one is for a person: every refusal can be read.',
  by: 'receipt',
  whys: ['refusal-overturned'],
  late: [],
  of: (t) => {
    const { c } = t;
    if (!isComplaint(t)) return null;
    if (c.untold.includes('refusal')) return unknown(c.receivedOn);
    if (c.refusal === null) return c.loggedOn === null ? null : met(c.receivedOn);
    if (c.refusal.overturnedOn !== null) return exception(c.receivedOn, 'refusal-overturned');
    return c.imported || c.refusal.ground === 'other' ? unknown(c.receivedOn) : met(c.receivedOn);
  },
};

export const refusalGrounds: Rule = {
  among: 'refusals of a complaint or of stage 2',
  did: 'were on a ground that the Code names',
  showsOnly:
    'Shows the grounds of refusals. Whether the policy lists them, and a ground that the Code does not name, is for a person.',
  by: 'refusal',
  whys: ['no-filing-day'],
  late: [],
  of: (t) =>
    worst(
      ...[...t.happened('ComplaintRefused'), ...t.happened('EscalationRefused')].map((e) =>
        ground(t, e.what, { verdict: 'met', on: e.happenedOn }),
      ),
    ),
};

export const twelveMonths: Rule = {
  among: 'complaints about what is older than twelve months, or refused as too old',
  did: 'were accepted, or refused after discretion was considered',
  showsOnly: null,
  by: 'receipt',
  whys: ['within-twelve-months', 'no-discretion'],
  late: [],
  of: (t) => {
    const { c } = t;
    if (!isComplaint(t)) return null;
    const refused = t.happened('ComplaintRefused').find((e) => e.what.ground === 'over-twelve-months');
    if (refused === undefined) {
      const since = earliest(...c.points.map((p) => p.since));
      return since !== null && c.receivedOn > yearAfter(since) ? met(c.receivedOn) : null;
    }
    const { issueOn, discretion } = refused.what;
    if (issueOn === null) return unknown(c.receivedOn);
    if (c.receivedOn <= yearAfter(issueOn)) return exception(c.receivedOn, 'within-twelve-months');
    return discretion === null ? exception(c.receivedOn, 'no-discretion') : met(c.receivedOn);
  },
};

export const refusalExplained: Rule = {
  among: 'refusals of a complaint',
  did: 'were told in a letter of refusal',
  showsOnly:
    'Shows that a letter went out; letters written here can’t leave out the reasons or the right to the Ombudsman. A letter written elsewhere is for a person to read.',
  by: 'refusal',
  whys: ['no-refusal-letter', 'refusal-came-back'],
  late: [],
  of: (t) =>
    worst(
      ...t
        .happened('ComplaintRefused')
        .map((e) => toldInLetter(t, e.what.letter, 'refusal', { verdict: 'met', on: e.happenedOn })),
    ),
};

export const circumstances: Rule = {
  among: 'refusals of a complaint or of stage 2',
  did: 'have the resident’s own circumstances written down',
  showsOnly:
    'Shows that something was written about the circumstances. Whether they were truly weighed, or the same words used for all, is for a person: read the refusals side by side.',
  by: 'refusal',
  whys: [],
  late: [],
  of: (t) =>
    worst(
      ...[...t.happened('ComplaintRefused'), ...t.happened('EscalationRefused')].map((e) =>
        t.c.imported ? unknown(e.happenedOn) : met(e.happenedOn),
      ),
    ),
};

/** 5.11, with the same grounds and the same letter. */
export const escalationAccepted: Rule = {
  among: 'requests for stage 2',
  did: 'were accepted, or refused on a ground of section 2 told in a letter',
  showsOnly: null,
  by: 'request',
  whys: ['refusal-overturned', 'accepted-before', 'no-filing-day', 'no-refusal-letter', 'refusal-came-back'],
  late: [],
  of: (t) => {
    const { escalation } = t.c;
    if (escalation === null) return null;
    const on = escalation.requestedOn;
    if (escalation.overturned !== null) return exception(on, 'refusal-overturned');
    if (escalation.refusedOn === null) return met(on);
    const refused = t.happened('EscalationRefused').at(-1)?.what;
    if (refused === undefined || t.c.imported) return unknown(on);
    if (refused.ground === 'over-twelve-months') return exception(on, 'accepted-before');
    return worst(
      ground(t, refused, { verdict: 'met', on }),
      toldInLetter(t, refused.letter, 'refusal-to-escalate', { verdict: 'met', on }),
    );
  },
};

export const section2: Rules = {
  '2.1': accepted,
  '2.2': refusalGrounds,
  '2.3': twelveMonths,
  '2.4': refusalExplained,
  '2.5': circumstances,
};
