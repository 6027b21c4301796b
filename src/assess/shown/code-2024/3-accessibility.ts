/** What cases show of sections 3 and 4 of the 2024 Code: how complaints came in, who spoke, who was asked. */
import { exception, isComplaint, lacking, met, type Rule, type Rules, unknown, worst } from '../words.js';

export const channels: Rule = {
  among: 'complaints',
  did: 'came in by a channel that is on record',
  showsOnly:
    'Shows which channels people used. Whether each of them is easy, and whom none of them reaches, is for a person.',
  by: 'receipt',
  whys: [],
  late: [],
  of: (t) => (isComplaint(t) ? (t.c.untold.includes('channel') ? unknown(t.c.receivedOn) : met(t.c.receivedOn)) : null),
};

export const heardByAnyone: Rule = {
  among: 'complaints first heard by somebody outside the complaints team',
  did: 'were passed on and logged within the time to acknowledge',
  showsOnly:
    'Shows the complaints that were passed on. What was said to somebody and never reached the team leaves no trace here.',
  by: 'receipt',
  whys: ['passed-on-late'],
  late: [],
  of: (t) => {
    const { c } = t;
    if (!isComplaint(t) || c.imported || c.firstHeardBy === 'complaints-team' || c.loggedOn === null) return null;
    const due = t.clock('stage-1-acknowledgement')?.due;
    if (due === undefined) return null;
    return c.loggedOn > due ? exception(c.receivedOn, 'passed-on-late') : met(c.receivedOn);
  },
};

export const representatives: Rule = {
  among: 'complaints with a representative',
  did: 'let the representative act',
  showsOnly: 'Shows representatives on record. Who came along to meetings is for a person.',
  by: 'receipt',
  whys: ['authority-left-open'],
  late: [],
  of: (t) => {
    const { c } = t;
    if (!isComplaint(t) || c.representatives.length === 0) return null;
    if (c.representatives.some((r) => r.authority !== 'asked')) return met(c.receivedOn);
    const answered = c.stages[1]?.respondedOn ?? null;
    return answered !== null && c.representatives.some((r) => r.since <= answered && r.endedOn === null)
      ? exception(c.receivedOn, 'authority-left-open')
      : null;
  },
};

export const ombudsmanToldOf: Rule = {
  among: 'complaints that were acknowledged',
  did: 'gave the Ombudsman’s details with the acknowledgement and any extension',
  showsOnly: null,
  by: 'receipt',
  whys: ['acknowledged-without-ombudsman', 'extended-without-ombudsman'],
  late: [],
  of: (t) => {
    const on = t.c.receivedOn;
    if (!isComplaint(t)) return null;
    const acknowledged = t.happened('Acknowledged');
    if (acknowledged.length === 0) return null;
    return worst(
      ...acknowledged.map((e) =>
        e.what.ombudsmanDetails ? met(on) : lacking(t, on, 'acknowledged-without-ombudsman'),
      ),
      ...t
        .happened('Extended')
        .map((e) =>
          e.what.ombudsmanDetails === null
            ? unknown(on)
            : e.what.ombudsmanDetails
              ? met(on)
              : exception(on, 'extended-without-ombudsman'),
        ),
    );
  },
};

export const teamsAnswer: Rule = {
  among: 'cases in which a team or contractor was asked for something',
  did: 'had its answer by the date asked',
  showsOnly: 'Shows whether those who are asked answer. What the complaints officer may decide alone is for a person.',
  by: 'that-day',
  whys: ['team-late', 'team-never-answered'],
  late: ['request'],
  of: (t) => {
    const { requests } = t.c;
    return worst(
      ...requests.map((r) => {
        if (r.receivedOn !== null) return r.receivedOn > r.dueOn ? exception(r.askedOn, 'team-late') : met(r.askedOn);
        const over = t.c.stages[r.stage]?.respondedOn ?? null;
        return over !== null && over >= r.dueOn ? exception(r.askedOn, 'team-never-answered') : null;
      }),
    );
  },
};

export const section3: Rules = {
  '3.1': channels,
  '3.2': heardByAnyone,
  '3.6': representatives,
  '3.7': ombudsmanToldOf,
};

export const section4: Rules = { '4.2': teamsAnswer };
