/** What follows in law from what arrived, when it is what it seems to be. */
import { type Day, inWords } from '../facts/days.js';
import type { CaseId, Entry, Words } from '../facts/happened.js';
import type { ArrivalKind } from './arriving.js';
import { after, type Case, replay } from './case.js';
import { type ClockRules, clocks } from './clocks.js';

/**
 * What follows from its day if it is what it seems to be, in one sentence with the date; null when no date follows. The
 * dates are the clocks' own, of the history as it would be. `seq` is the entry that tells of it.
 */
export function whatFollows(
  kind: ArrivalKind,
  c: Case | null,
  arrivedOn: Day,
  rules: ClockRules,
  seq: number | null = null,
): string | null {
  switch (kind) {
    case 'possible-stage-2': {
      if (c === null) return null;
      if (c.stages[2]?.respondedOn)
        return 'The final response has been sent, so there is no further stage. Give the resident the Ombudsman’s details.';
      const due = c.stages[2] === null ? firstOfStage2(c, arrivedOn, rules) : null;
      return due === null
        ? null
        : `If they ask for stage 2, it was received on ${inWords(arrivedOn)}: ${due.what} by ${inWords(due.due)}.`;
    }
    case 'stage-2-request': {
      const due = c === null ? null : firstDue(c, 2, rules);
      return due === null ? null : `Received on ${inWords(arrivedOn)}: ${due.what} by ${inWords(due.due)}.`;
    }
    case 'possible-complaint':
    case 'offer-to-complain': {
      if (kind === 'offer-to-complain' && c?.kind === 'complaint') return offerFollows(c);
      const due = c === null ? null : firstDue(asComplaint(c, arrivedOn), 1, rules);
      return due === null
        ? null
        : `If they choose to complain, the complaint was received on ${inWords(arrivedOn)}: ${due.what} by ${inWords(due.due)}.`;
    }
    case 'chose-to-complain': {
      const due = c === null ? null : firstDue(c, 1, rules);
      return due === null
        ? null
        : `A complaint, received on ${inWords(c?.receivedOn ?? arrivedOn)}: ${due.what} by ${inWords(due.due)}.`;
    }
    case 'withdrawal':
      return 'Nothing stops before somebody has seen it. If it is withdrawn, that counts from the day on which they said so.';
    case 'promise-not-done':
      return c === null ? null : promiseFollows(c, seq);
    case 'emergency':
      return 'Act now: somebody may be in danger.';
    case 'restriction-appeal':
      return 'It is on record. Somebody who had no part in the restriction answers it, in a letter that keeps, changes or lifts it.';
    case 'contact-change':
      return 'Nothing is changed before somebody has seen it. Check it with them by a way that was on record before.';
    default:
      return null;
  }
}

/** Whoever has complained already can't begin anew: what is offered is what comes next, from the day on which they ask. */
function offerFollows(c: Case): string | null {
  if (c.standing.is !== 'answered') return null;
  return c.standing.stage === 1
    ? 'Low ratings alone ask for nothing. Offer them stage 2: it counts from the day on which they ask for it.'
    : 'Low ratings alone ask for nothing. The final response has been sent: give the resident the Ombudsman’s details.';
}

/** A no that is on record has opened the promise; words that nobody has recorded as one have not. */
function promiseFollows(c: Case, seq: number | null): string | null {
  const told = c.history.find((entry) => entry.seq === seq)?.what;
  if (told?.type !== 'ResidentSaidNotDone')
    return 'Record what they say first. If it was not done, that opens the promise again; then say by when it will be done.';
  const state = c.promises.find(({ id }) => id === told.promise)?.state;
  if (state === 'ended')
    return 'They dispute that the promise was ended. See whether that was right: promise anew what is still owed, or tell them why not.';
  return state === 'open' ? 'The promise is open again. Say by when it will be done, and tell the resident.' : null;
}

function firstOfStage2(c: Case, on: Day, rules: ClockRules) {
  const asked = after(c, {
    seq: c.version + 1,
    happenedOn: on,
    recordedAt: '',
    recordedBy: { system: 'schedule' },
    what: { type: 'EscalationRequested', channel: 'other', from: null, points: 'all', words: null },
  });
  return firstDue(asked, 2, rules);
}

/** The complaint that would be opened from this case, as received on that day. */
function asComplaint(c: Case, on: Day): Case {
  const received: Entry = {
    seq: 1,
    happenedOn: on,
    recordedAt: '',
    recordedBy: { system: 'schedule' },
    what: {
      type: 'Received',
      channel: 'other',
      firstHeardBy: 'complaints-team',
      words: '' as Words,
      files: [],
      person: c.person,
      home: c.home,
      tenure: c.tenure,
      group: c.group,
      hazards: [],
    },
  };
  return replay('' as CaseId, '', [received]);
}

const doing = { acknowledgement: 'acknowledge', response: 'answer' } as const;

function firstDue(c: Case, stage: 1 | 2, rules: ClockRules): { readonly what: string; readonly due: Day } | null {
  // The day of an arrival is the day on which its consequence is told: what was done since does not matter to it.
  const running = clocks(c, rules, c.history.at(-1)?.happenedOn ?? c.receivedOn);
  for (const what of ['acknowledgement', 'response'] as const) {
    const clock = running.find((one) => one.kind === `stage-${stage}-${what}` && one.doneOn === null);
    if (clock !== undefined) return { what: doing[what], due: clock.due };
  }
  return null;
}
