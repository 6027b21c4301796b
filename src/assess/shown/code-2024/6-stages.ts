/**
 * What cases show of section 6 of the 2024 Code: the times of both stages, extensions, and what each answer holds. What the
 * Code asks of both stages is one rule here, told of each.
 */
import { decisionAt, ownPoints } from '../../../complaint/points.js';
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
import { considered } from './5-process.js';
import { extensions, extensionTellsOfOmbudsman, inWords, type StageNumber, timed } from './6-times.js';

export const triage: Rule = {
  among: 'logged complaints',
  did: 'have on record how hard they are and whether anyone is at risk',
  showsOnly: null,
  by: 'receipt',
  whys: ['no-triage'],
  late: [],
  of: (t) => {
    const { c } = t;
    if (!isComplaint(t) || c.loggedOn === null) return null;
    return c.triage === null ? lacking(t, c.receivedOn, 'no-triage') : met(c.receivedOn);
  },
};

/** 6.6 and 6.17. */
export function actionsTracked(stages: readonly StageNumber[]): Rule {
  return {
    among: `complaints answered ${stages.length === 1 ? `at ${inWords[stages[0] ?? 1]} ` : ''}with something still to do`,
    did: 'were answered before it was done, and kept what was promised or told the resident of each change',
    showsOnly:
      'Shows promises made with an answer. Whether an answer waited for works that nobody promised is for a person.',
    by: 'answer',
    whys: ['promise-late', 'moved-untold', 'ended-untold', 'resident-says-not-done'],
    late: stages.map((stage) => `promise-at-stage-${stage}` as const),
    of: (t) => worst(...stages.map((stage) => promisesKept(t, stage))),
  };
}

function promisesKept(t: Told, stage: StageNumber): Seen {
  const on = answeredOn(t, stage);
  const promises = t.c.promises.filter((p) => p.stage === stage);
  if (!isComplaint(t) || on === null || promises.length === 0) return null;
  return worst(
    ...promises.map((p): Seen => {
      if (p.residentSays === 'not-done' && p.state !== 'ended') return exception(on, 'resident-says-not-done');
      if (p.moves.some((m) => !m.residentTold)) return exception(on, 'moved-untold');
      if (p.state === 'ended') return p.endToldOn === null ? exception(on, 'ended-untold') : met(on);
      return p.doneOn !== null && p.doneOn > p.dueOn ? exception(on, 'promise-late') : met(on);
    }),
  );
}

/** 6.7 and 6.18. */
export function everyPoint(stages: readonly StageNumber[]): Rule {
  return {
    among: `complaints answered${stages.length === 1 ? ` at ${inWords[stages[0] ?? 1]}` : ''}`,
    did: 'have a finding with reasons on every point',
    showsOnly: 'Shows that every point has a finding. Whether the reasons are clear is for a person: read a sample.',
    by: stages.length === 1 ? (stages[0] === 2 ? 'final-answer' : 'stage-1-answer') : 'answer',
    whys: ['point-without-finding'],
    late: [],
    of: (t) =>
      worst(
        ...stages.map((stage): Seen => {
          const on = answeredOn(t, stage);
          if (!isComplaint(t) || on === null) return null;
          const points = ownPoints(t.c, stage).filter((p) => p.raisedOn <= on);
          if (points.length === 0) return t.c.imported ? unknown(on) : null;
          const left = points.some((p) => decisionAt(p, stage) === null);
          return left ? lacking(t, on, 'point-without-finding') : met(on);
        }),
      ),
  };
}

export const furtherPoints: Rule = {
  among: 'complaints to which something was added after they came',
  did: 'took it into the answer, or logged it as a complaint of its own',
  showsOnly: null,
  by: 'that-day',
  whys: ['not-a-new-complaint'],
  late: [],
  of: (t) => {
    const { c } = t;
    const answered = answeredOn(t, 1);
    if (!isComplaint(t)) return null;
    return worst(
      ...c.points
        .filter((p) => p.raisedAtStage === 1 && p.raisedOn > (c.loggedOn ?? c.receivedOn))
        .map((p): Seen => {
          if (p.state === 'split-off' || p.state === 'withdrawn' || p.state === 'joined') return met(p.raisedOn);
          const after = answered !== null && p.raisedOn > answered;
          return after && !p.escalated ? exception(p.raisedOn, 'not-a-new-complaint') : met(p.raisedOn);
        }),
    );
  },
};

/** 6.9 and 6.19. */
export function answerInWriting(stages: readonly StageNumber[]): Rule {
  return {
    among: `answers${stages.length === 1 ? ` at ${inWords[stages[0] ?? 1]}` : ''}`,
    did: 'went out as a letter that holds all that the Code asks of it',
    showsOnly:
      'Shows letters written here, which are held against the Code before they go. Plain language, and answers written elsewhere, are for a person: read a sample.',
    by: stages.length === 1 ? (stages[0] === 2 ? 'final-answer' : 'stage-1-answer') : 'answer',
    whys: ['not-in-writing', 'items-missing'],
    late: [],
    of: (t) => worst(...stages.map((stage) => letterOf(t, stage))),
  };
}

function letterOf(t: Told, stage: StageNumber): Seen {
  const sent = t.happened('ResponseSent').find((e) => e.what.stage === stage);
  if (sent === undefined || !isComplaint(t)) return null;
  const on = sent.happenedOn;
  if (sent.what.how === 'phone') return exception(on, 'not-in-writing');
  const { letter } = sent.what;
  if (letter === null || t.c.imported) return unknown(on);
  const checked = t.happened('LetterChecked').findLast((e) => e.what.letter === letter && e.seq < sent.seq);
  if (checked !== undefined && checked.what.missing.length > 0) return exception(on, 'items-missing');
  // A letter of ours can't leave while something is missing; one that never left here is not ours to vouch for.
  return t.c.letters.some((l) => l.id === letter && l.sentOn !== null) ? met(on) : unknown(on);
}

export const goesOnToStage2: Rule = {
  among: 'complaints with which the resident was still unhappy after stage 1',
  did: 'went on to stage 2 and had its answer',
  showsOnly: null,
  by: 'request',
  whys: ['answered-twice'],
  late: [],
  of: (t) => {
    if (!isComplaint(t)) return null;
    const again = t.happened('ResponseSent').filter((e) => e.what.stage === 1)[1];
    if (again !== undefined) return exception(again.happenedOn, 'answered-twice');
    const on = t.c.escalation?.requestedOn ?? null;
    return on !== null && answeredOn(t, 2) !== null ? met(on) : null;
  },
};

export const reasonsNotNeeded: Rule = {
  among: 'requests for stage 2 that were answered',
  did: 'were taken, with what the resident said of it or an effort to hear it on record',
  showsOnly: null,
  by: 'request',
  whys: ['nobody-asked-why'],
  late: [],
  of: (t) => {
    const { escalation, imported } = t.c;
    if (escalation === null || imported || !isComplaint(t) || answeredOn(t, 2) === null) return null;
    const on = escalation.requestedOn;
    const heard =
      escalation.words !== null ||
      (t.c.stages[2]?.positions ?? []).some((p) => 'person' in p.from) ||
      [...t.happened('ClarificationAsked'), ...t.happened('MessageReceived')].some((e) => e.happenedOn >= on);
    return heard ? met(on) : exception(on, 'nobody-asked-why');
  },
};

export const differentPerson: Rule = {
  among: 'final answers',
  did: 'were considered by somebody who had not considered stage 1',
  showsOnly: null,
  by: 'final-answer',
  whys: ['same-person'],
  late: [],
  of: (t) => {
    const on = answeredOn(t, 2);
    if (on === null || !isComplaint(t)) return null;
    const first = considered(t, 1);
    const second = considered(t, 2);
    if (first.length === 0 || second.length === 0) return unknown(on);
    return second.some((staff) => first.includes(staff)) ? exception(on, 'same-person') : met(on);
  },
};

export const everyoneNeeded: Rule = {
  among: 'final answers',
  did: 'name those who were needed for them',
  showsOnly: 'Shows who was named. Whether anybody was left out is for a person.',
  by: 'final-answer',
  whys: [],
  late: [],
  of: (t) => {
    const on = answeredOn(t, 2);
    if (on === null || !isComplaint(t)) return null;
    return (t.c.stages[2]?.involved.length ?? 0) > 0 ? met(on) : unknown(on);
  },
};

export const section6: Rules = {
  '6.1': triage,
  '6.2': timed(
    'stage-1-acknowledgement',
    1,
    'complaints',
    'were acknowledged, defined and logged within five working days',
  ),
  '6.3': timed('stage-1-response', 1, 'complaints', 'were answered at stage 1 in time, or by an extension that counts'),
  '6.4': extensions([1]),
  '6.5': extensionTellsOfOmbudsman([1]),
  '6.6': actionsTracked([1]),
  '6.7': everyPoint([1]),
  '6.8': furtherPoints,
  '6.9': answerInWriting([1]),
  '6.10': goesOnToStage2,
  '6.11': timed(
    'stage-2-acknowledgement',
    2,
    'requests for stage 2',
    'were acknowledged and defined within five working days',
  ),
  '6.12': reasonsNotNeeded,
  '6.13': differentPerson,
  '6.14': timed('stage-2-response', 2, 'requests for stage 2', 'were answered in time, or by an extension that counts'),
  '6.15': extensions([2]),
  '6.16': extensionTellsOfOmbudsman([2]),
  '6.17': actionsTracked([2]),
  '6.18': everyPoint([2]),
  '6.19': answerInWriting([2]),
  '6.20': everyoneNeeded,
};
