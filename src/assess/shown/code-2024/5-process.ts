/** What cases show of section 5 of the 2024 Code: the stages, the definition, updates, adjustments, the record. */
import { whoConsidered } from '../../../complaint/who.js';
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
  unknown,
  worst,
} from '../words.js';
import { escalationAccepted } from './2-exclusions.js';
import { adjustments, equality, openMind, restrictions, updatesAgreed } from './5-fairness.js';

const lastAnswer = (t: Told) => answeredOn(t, 2) ?? answeredOn(t, 1);

export const noStageBefore: Rule = {
  among: 'complaints',
  did: 'were logged as complaints from the start',
  showsOnly: 'Shows how each was logged. Whether letters and pages speak of a stage before stage 1 is for a person.',
  by: 'receipt',
  whys: ['logged-otherwise-first'],
  late: [],
  of: (t) => {
    const { c } = t;
    if (!isComplaint(t) || c.loggedOn === null) return null;
    if (t.happened('Imported').some((e) => e.what.kindAsWritten !== null)) return unknown(c.receivedOn);
    const before = t.happened('Logged').some((e) => e.what.kind !== 'complaint');
    return before ? exception(c.receivedOn, 'logged-otherwise-first') : met(c.receivedOn);
  },
};

export const twoStages: Rule = {
  among: 'answered complaints',
  did: 'had two stages at most',
  showsOnly: null,
  by: 'answer',
  whys: ['third-stage'],
  late: [],
  of: (t) => {
    if (!isComplaint(t)) return null;
    const third = t.c.stages[3];
    if (third !== null) return exception(third.respondedOn ?? third.startedOn, 'third-stage');
    const on = lastAnswer(t);
    return on === null ? null : met(on);
  },
};

const contractorIn = ({ c }: Told): boolean => c.firstHeardBy === 'contractor' || c.requests.some((r) => r.contractor);

export const oneProcess: Rule = {
  among: 'answered complaints in which a contractor had a part',
  did: 'were answered within the same two stages',
  showsOnly:
    'Shows the contractors’ part in our own cases. A process that a contractor runs by itself leaves no trace here.',
  by: 'answer',
  whys: ['third-stage'],
  late: [],
  of: (t) => (contractorIn(t) ? twoStages.of(t) : null),
};

export const thirdParties: Rule = {
  among: 'answered complaints in which a contractor was asked for something',
  did: 'were answered in time all the same',
  showsOnly: 'Shows lateness that came with a contractor’s. What contracts ask of them is for a person.',
  by: 'answer',
  whys: ['late-with-contractor'],
  late: [],
  of: (t) =>
    worst(
      ...([1, 2] as const).map((stage): Seen => {
        const on = answeredOn(t, stage);
        const asked = t.c.requests.filter((r) => r.contractor && r.stage === stage);
        const clock = t.clock(`stage-${stage}-response`);
        if (on === null || asked.length === 0 || clock === undefined) return null;
        if (clock.state === 'met') return met(on);
        const contractorLate = asked.some((r) => r.receivedOn === null || r.receivedOn > r.dueOn);
        return clock.state === 'late' && contractorLate ? exception(on, 'late-with-contractor') : null;
      }),
    ),
};

/** 5.6: at the stages named. */
export function definitionAt(stages: readonly (1 | 2)[]): Rule {
  return {
    among: stages.includes(1)
      ? 'complaints whose definition was set out or that were answered'
      : 'requests for stage 2 whose definition was set out or that were answered',
    did: 'had our understanding and the outcome sought set out',
    showsOnly: 'Shows that a definition was set out. Whether it says what the resident meant is for a person.',
    by: stages.includes(1) ? 'receipt' : 'request',
    whys: ['no-definition'],
    late: [],
    of: (t) =>
      isComplaint(t)
        ? worst(
            ...stages.map((stage): Seen => {
              const record = t.c.stages[stage];
              if (record === null) return null;
              const on = stage === 1 ? t.c.receivedOn : record.startedOn;
              if (record.definedOn !== null) return met(on);
              return record.respondedOn === null ? null : lacking(t, on, 'no-definition');
            }),
          )
        : null,
  };
}

export const whoseItIs: Rule = {
  among: 'acknowledged complaints whose points are defined',
  did: 'said by the acknowledgement which points are ours',
  showsOnly: null,
  by: 'receipt',
  whys: ['not-ours-said-late'],
  late: [],
  of: (t) => {
    const { c } = t;
    const acknowledged = c.stages[1]?.acknowledgedOn ?? null;
    if (!isComplaint(t) || acknowledged === null) return null;
    if (c.points.length === 0) return c.imported ? unknown(c.receivedOn) : null;
    const later = [
      ...t.happened('PointFoundNotOurs'),
      ...t.happened('PointDefined').filter((e) => e.what.whose !== 'ours'),
    ].some((e) => e.happenedOn > acknowledged);
    if (later) return exception(c.receivedOn, 'not-ours-said-late');
    return c.points.some((p) => p.state === 'raised') ? null : met(c.receivedOn);
  },
};

export const fullRecord: Rule = {
  among: 'answered complaints',
  did: 'have the answer and the outcome of each stage on file',
  showsOnly: 'Shows the answer and the outcome. Whether every call and letter is there is for a person: read a sample.',
  by: 'answer',
  whys: ['no-outcome', 'answer-not-on-file'],
  late: [],
  of: (t) =>
    isComplaint(t)
      ? worst(
          ...t.happened('ResponseSent').map((e): Seen => {
            const on = e.happenedOn;
            if (t.c.imported) return unknown(on);
            if (e.what.outcome === null) return exception(on, 'no-outcome');
            const letter = t.c.letters.some((l) => l.id === e.what.letter && l.sentOn !== null);
            return letter || t.c.documents.length > 0 ? met(on) : exception(on, 'answer-not-on-file');
          }),
        )
      : null,
};

export const remediesAtAnyStage: Rule = {
  among: 'answered complaints in which a remedy was offered',
  did: 'had it at the stage that upheld the complaint',
  showsOnly: null,
  by: 'answer',
  whys: ['only-at-stage-2'],
  late: [],
  of: (t) => {
    const { c } = t;
    const first = c.stages[1];
    if (!isComplaint(t) || c.remedies.length === 0 || first?.respondedOn == null) return null;
    if (c.remedies.some((r) => r.stage === 1)) return met(first.respondedOn);
    const on = answeredOn(t, 2);
    if (on === null) return null;
    const upheld = first.outcome === 'upheld' || first.outcome === 'partly-upheld';
    return upheld ? lacking(t, on, 'only-at-stage-2') : met(on);
  },
};

/** Who considered a stage; nobody known when the register does not say. */
export const considered = (t: Told, stage: 1 | 2) => whoConsidered(t.c, stage);

export const section5: Rules = {
  '5.2': noStageBefore,
  '5.3': twoStages,
  '5.4': oneProcess,
  '5.5': thirdParties,
  '5.6': definitionAt([1, 2]),
  '5.7': whoseItIs,
  '5.8': openMind,
  '5.9': updatesAgreed,
  '5.10': adjustments,
  '5.11': escalationAccepted,
  '5.12': fullRecord,
  '5.13': remediesAtAnyStage,
  '5.14': restrictions,
  '5.15': equality,
};
