/** What cases show of the times of section 6 of the 2024 Code: both stages, and their extensions. */
import type { Clock, ClockKind } from '../../../complaint/clocks.js';
import type { Day } from '../../../facts/days.js';
import type { ImportedFact } from '../../../facts/happened.js';
import { exception, isComplaint, met, type Rule, type Seen, type Told, unknown, worst } from '../words.js';

export type StageNumber = 1 | 2;
export const inWords = { 1: 'stage 1', 2: 'stage 2' } as const;

/** Receipt for stage 1, the request for stage 2: by it the duties of a stage count in a year. */
function startOf({ c }: Told, stage: StageNumber): Day | null {
  return stage === 1 ? c.receivedOn : (c.stages[2]?.startedOn ?? null);
}

const askedOf: Readonly<Record<string, readonly ImportedFact[]>> = {
  'stage-1-acknowledgement': ['received', 'acknowledged'],
  'stage-1-response': ['received', 'acknowledged', 'stage-1-response'],
  'stage-2-acknowledgement': ['stage-2-request', 'stage-2-acknowledged'],
  'stage-2-response': ['stage-2-request', 'stage-2-acknowledged', 'stage-2-response'],
};

/** A time that the Code sets: late is what was done after its date, or given up after it. */
export function timed(kind: ClockKind, stage: StageNumber, among: string, did: string): Rule {
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
      if (!isComplaint(t) || clock === undefined || on === null) return null;
      const untold = (askedOf[kind] ?? []).filter((fact) => t.c.untold.includes(fact));
      if (untold.length > 0) return withoutAFact(clock, untold, on);
      if (clock.state === 'met') return met(on);
      // Given up is not done: refused or withdrawn in time shows nothing.
      return clock.state === 'late' ? exception(on, 'late') : null;
    },
  };
}

/** An answer within the Code's own days from the very start is in time whenever it was acknowledged. */
function withoutAFact(clock: Clock, untold: readonly ImportedFact[], on: Day): Seen {
  const onlyTheAcknowledgement = untold.every((f) => f === 'acknowledged' || f === 'stage-2-acknowledged');
  const response = clock.kind === 'stage-1-response' || clock.kind === 'stage-2-response';
  const days = clock.kind === 'stage-1-response' ? 10 : 20;
  return onlyTheAcknowledgement && response && clock.doneOn !== null && clock.workingDaysFromReceipt <= days
    ? met(on)
    : unknown(on);
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
