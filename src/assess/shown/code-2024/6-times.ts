/** What cases show of the times of section 6 of the 2024 Code: both stages, and their extensions. */
import type { Clock } from '../../../complaint/clocks.js';
import type { Day } from '../../../facts/days.js';
import type { ImportedFact } from '../../../facts/happened.js';
import type { Edition } from '../../../law/words.js';
import { exception, isComplaint, met, type Rule, type Seen, type Told, unknown, worst } from '../words.js';

export type StageNumber = 1 | 2;
export const inWords = { 1: 'stage 1', 2: 'stage 2' } as const;

/** Receipt for stage 1, the request for stage 2: by it the duties of a stage count in a year. */
function startOf({ c }: Told, stage: StageNumber): Day | null {
  return stage === 1 ? c.receivedOn : (c.stages[2]?.startedOn ?? null);
}

type Counted = 'stage-1-acknowledgement' | 'stage-1-response' | 'stage-2-acknowledgement' | 'stage-2-response';

/** What a register has to tell for a time to be counted: that it was done, that it began, and what may have moved its date. */
const told: Readonly<Record<Counted, { done: ImportedFact; began: ImportedFact; moved: readonly ImportedFact[] }>> = {
  'stage-1-acknowledgement': { done: 'acknowledged', began: 'received', moved: [] },
  'stage-1-response': { done: 'stage-1-response', began: 'received', moved: ['stage-1-extension'] },
  'stage-2-acknowledgement': { done: 'stage-2-acknowledged', began: 'stage-2-request', moved: [] },
  'stage-2-response': { done: 'stage-2-response', began: 'stage-2-request', moved: ['stage-2-extension'] },
};

/** The acknowledgement that starts an answer's time, in the Codes that count from it. */
function startedBy(kind: Counted, edition: Edition | null): ImportedFact | null {
  if (kind === 'stage-1-response' && edition !== '2020') return 'acknowledged';
  return kind === 'stage-2-response' && edition === '2024' ? 'stage-2-acknowledged' : null;
}

/** A time that the Code sets: late is what was done after its date, or given up after it. */
export function timed(kind: Counted, stage: StageNumber, among: string, did: string): Rule {
  return {
    among,
    did,
    showsOnly: null,
    by: stage === 1 ? 'receipt' : 'request',
    whys: ['late'],
    late: [kind],
    of: (t) => {
      const clock = t.clock(kind);
      const on = startOf(t, stage);
      if (!isComplaint(t) || on === null) return null;
      // What a register does not tell has no clock.
      if (clock === undefined) return withoutAClock(t, kind, on);
      return t.c.untold.length === 0 ? asCounted(clock, on) : asFarAsTold(t, clock, kind, on);
    },
  };
}

/** Given up is not done: refused or withdrawn in time shows nothing, as what still runs. */
function asCounted(clock: Clock, on: Day): Seen {
  if (clock.state === 'met') return met(on);
  return clock.state === 'late' ? exception(on, 'late') : null;
}

const stageOf = {
  'stage-1-acknowledgement': 1,
  'stage-1-response': 1,
  'stage-2-acknowledgement': 2,
  'stage-2-response': 2,
} as const;

/** Refused or withdrawn, so that nothing more was due. */
function givenUp({ c }: Told, stage: StageNumber): boolean {
  const refused = c.refusal !== null && c.refusal.overturnedOn === null;
  return c.withdrawal !== null || refused || (stage === 2 && c.escalation?.refusedOn != null);
}

function withoutAClock(t: Told, kind: Counted, on: Day): Seen {
  const { done, began } = told[kind];
  const untold = t.c.untold.includes(done) || t.c.untold.includes(began);
  return untold && !givenUp(t, stageOf[kind]) ? unknown(on) : null;
}

/** Unknown only where a fact that the register does not tell could make it another answer. */
function asFarAsTold(t: Told, clock: Clock, kind: Counted, on: Day): Seen {
  const { untold, edition } = t.c;
  const { done, moved } = told[kind];
  const seen = asCounted(clock, on);
  if (untold.includes(done)) return seen?.verdict === 'met' ? seen : givenUp(t, stageOf[kind]) ? null : unknown(on);
  if (seen === null) return null;
  const start = startedBy(kind, edition);
  if (start !== null && untold.includes(start)) {
    // Within the Code's own days from the very start it was in time whenever it was acknowledged.
    const days = kind === 'stage-1-response' ? 10 : 20;
    return clock.doneOn !== null && clock.workingDaysFromReceipt <= days ? met(on) : unknown(on);
  }
  return seen.verdict === 'exception' && moved.some((fact) => untold.includes(fact)) ? unknown(on) : seen;
}

/** 6.4 and 6.15: in time, in writing, and no longer than the Code allows. */
export function extensions(stages: readonly StageNumber[]): Rule {
  return {
    among: `${stages.length === 1 ? `${inWords[stages[0] ?? 1]} ` : ''}answers that were extended`,
    did: 'were extended by a letter in time, within the limit or for a good reason on record',
    showsOnly: 'Shows when and for how long. Whether the reason was a good one is for a person: read a sample.',
    by: 'extension',
    whys: ['told-late', 'not-in-writing', 'beyond-the-limit', 'did-not-count'],
    late: [],
    of: (t) => worst(...stages.map((stage) => extendedAt(t, stage))),
  };
}

function extendedAt(t: Told, stage: StageNumber): Seen {
  const clock = t.clock(`stage-${stage}-response`);
  const record = t.c.stages[stage];
  if (!isComplaint(t) || clock === undefined || record === null) return null;
  if (t.c.untold.includes(stage === 1 ? 'stage-1-extension' : 'stage-2-extension'))
    return unknown(record.extensions[0]?.toldOn ?? record.startedOn);
  return worst(
    ...clock.extensions.map((e): Seen => {
      if (e.counts === 'in-full') return met(e.toldOn);
      if (e.counts === 'up-to-the-limit') return exception(e.toldOn, 'beyond-the-limit');
      if (e.toldOn > e.thenDue) return exception(e.toldOn, 'told-late');
      const told = record.extensions.find((x) => x.toldOn === e.toldOn && x.newDate === e.newDate);
      if (told?.inWriting === false) return exception(e.toldOn, 'not-in-writing');
      // Without the Ombudsman's details it does not count; that is the next provision's.
      return told?.ombudsmanDetails === false ? null : exception(e.toldOn, 'did-not-count');
    }),
  );
}

/** 6.5 and 6.16. */
export function extensionTellsOfOmbudsman(stages: readonly StageNumber[]): Rule {
  return {
    among: `${stages.length === 1 ? `${inWords[stages[0] ?? 1]} ` : ''}answers that were extended`,
    did: 'were extended with the Ombudsman’s details given',
    showsOnly: null,
    by: 'extension',
    whys: ['extended-without-ombudsman'],
    late: [],
    of: (t) =>
      isComplaint(t)
        ? worst(
            ...stages.flatMap((stage) =>
              (t.c.stages[stage]?.extensions ?? []).map((e) =>
                e.ombudsmanDetails === null
                  ? unknown(e.toldOn)
                  : e.ombudsmanDetails
                    ? met(e.toldOn)
                    : exception(e.toldOn, 'extended-without-ombudsman'),
              ),
            ),
          )
        : null,
  };
}
