/** What cases show of section 7 of the 2024 Code: what was offered where something went wrong, and whether it was done. */
import type { Finding, RemedyKind } from '../../../facts/happened.js';
import {
  answeredOn,
  exception,
  isComplaint,
  lacking,
  met,
  type Rule,
  type Rules,
  type Seen,
  type Told,
  worst,
} from '../words.js';

const upheld = (outcome: Finding | null | undefined): boolean => outcome === 'upheld' || outcome === 'partly-upheld';

/** The last answer that upheld something. */
export function upheldOn(t: Told) {
  for (const stage of [2, 1] as const) {
    const on = answeredOn(t, stage);
    if (on !== null && upheld(t.c.stages[stage]?.outcome)) return on;
  }
  return null;
}

export const putRight: Rule = {
  among: 'complaints upheld in full or in part',
  did: 'had a remedy offered or an action promised',
  showsOnly:
    'Shows remedies and promises. Whether the letter says plainly what went wrong is for a person: read a sample.',
  by: 'answer',
  whys: ['nothing-offered'],
  late: [],
  of: (t) => {
    const on = upheldOn(t);
    if (!isComplaint(t) || on === null) return null;
    return t.c.remedies.length > 0 || t.c.promises.length > 0 ? met(on) : lacking(t, on, 'nothing-offered');
  },
};

/** What is done by being said in the answer needs no date of its own. */
const saidAtOnce: readonly RemedyKind[] = ['apology', 'acknowledgement', 'explanation'];

export const doneByWhen: Rule = {
  among: 'complaints with a remedy or a promise to be carried out',
  did: 'say by when, and had it done by then where that day has come',
  showsOnly:
    'Shows dates and what was done. Whether the resident agreed to them, where that was right, is for a person.',
  by: 'offer',
  whys: ['no-date', 'remedy-late', 'promise-late'],
  late: ['promise'],
  of: (t) =>
    isComplaint(t)
      ? worst(
          ...t.c.remedies
            .filter((r) => !saidAtOnce.includes(r.kind) && r.state !== 'declined')
            .map((r): Seen => {
              if (r.dueOn === null) return r.doneOn === null ? lacking(t, r.offeredOn, 'no-date') : met(r.offeredOn);
              return r.doneOn !== null && r.doneOn > r.dueOn ? exception(r.offeredOn, 'remedy-late') : met(r.offeredOn);
            }),
          ...t.c.promises
            .filter((p) => p.state !== 'ended')
            .map((p) =>
              p.doneOn !== null && p.doneOn > p.dueOn ? exception(p.promisedOn, 'promise-late') : met(p.promisedOn),
            ),
        )
      : null,
};

export const moneyWorkedOut: Rule = {
  among: 'complaints in which money was offered',
  did: 'have its working on record',
  showsOnly:
    'Shows that the sum was worked out by its heads. Whether it follows the Ombudsman’s guidance is for a person.',
  by: 'offer',
  whys: ['no-working'],
  late: [],
  of: (t) => {
    const worked = new Set<string>(t.happened('CompensationWorkedOut').map((e) => e.what.remedy));
    return worst(
      ...t.c.remedies
        .filter((r) => r.kind === 'financial')
        .map((r) => (worked.has(r.id) ? met(r.offeredOn) : lacking(t, r.offeredOn, 'no-working'))),
    );
  },
};

export const section7: Rules = { '7.1': putRight, '7.3': doneByWhen, '7.4': moneyWorkedOut };
