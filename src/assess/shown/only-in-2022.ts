/** What cases show of what the 2022 Code alone asks, or asks otherwise than that of 2024. */
import { choiceToComplain } from './code-2024/1-definition.js';
import { twoStages } from './code-2024/5-process.js';
import { answeredOn, exception, isComplaint, lacking, met, type Rule, type Seen, unknown, worst } from './words.js';

export const socialMedia: Rule = {
  ...choiceToComplain,
  among: 'complaints that came by social media',
  did: 'were taken as complaints',
  showsOnly: 'Shows that they are taken. The steps for privacy are for a person.',
  whys: [],
  of: (t) => (isComplaint(t) && t.c.channel === 'social-media' ? met(t.c.receivedOn) : null),
};

export const keptInformed: Rule = {
  among: 'complaints whose answer was late or extended',
  did: 'had an update on the way',
  showsOnly: 'Shows updates on record. Calls that nobody wrote down leave no trace here.',
  by: 'answer',
  whys: ['no-update-given'],
  late: ['update'],
  of: (t) =>
    worst(
      ...([1, 2] as const).map((stage): Seen => {
        const clock = t.clock(`stage-${stage}-response`);
        const record = t.c.stages[stage];
        if (record === null || record.respondedOn === null || clock === undefined || !isComplaint(t)) return null;
        if (clock.state !== 'late' && clock.extendedBy === 0) return null;
        const told = record.updates.length > 0 || record.extensions.length > 0;
        return told ? met(record.respondedOn) : lacking(t, record.respondedOn, 'no-update-given');
      }),
    ),
};

export const agreedUpdates: Rule = {
  ...keptInformed,
  among: 'complaints with an interval for updates, answered late',
  did: 'had an update on the way',
  of: (t) =>
    worst(
      ...([1, 2] as const).map((stage): Seen => {
        const record = t.c.stages[stage];
        if (record === null || record.respondedOn === null || record.updateInterval === null) return null;
        if (record.updates.length > 0) return met(record.respondedOn);
        return t.clock(`stage-${stage}-response`)?.state === 'late'
          ? exception(record.respondedOn, 'no-update-given')
          : null;
      }),
    ),
};

export const commentsBefore: Rule = {
  among: 'answered complaints',
  did: 'had the findings shared, or comments made, before the decision',
  showsOnly: 'Shows what was shared. Whether a finding was adverse to somebody who was not asked is for a person.',
  by: 'answer',
  whys: [],
  late: [],
  of: (t) =>
    isComplaint(t)
      ? worst(
          ...([1, 2] as const).map((stage): Seen => {
            const record = t.c.stages[stage];
            if (record === null || record.respondedOn === null) return null;
            const on = record.respondedOn;
            const shared = [...record.findingsShared, ...record.comments, ...record.positions].some((s) => s.on <= on);
            return shared ? met(on) : unknown(on);
          }),
        )
      : null,
};

export const feedback: Rule = {
  among: 'complaints whose resident answered a survey on how it was handled',
  did: 'have the answers on record',
  showsOnly: 'Shows answers received. How many were asked is for a person.',
  by: 'that-day',
  whys: [],
  late: [],
  of: (t) => {
    const answered = t.happened('SurveyAnswered')[0];
    return answered === undefined ? null : met(answered.happenedOn);
  },
};

/** 5.2 and 5.14. */
export function longerByAgreement(stage: 1 | 2): Rule {
  return {
    among: `stage ${stage} answers extended beyond the Code’s limit`,
    did: 'were extended with the resident’s agreement',
    showsOnly: null,
    by: 'extension',
    whys: ['not-agreed'],
    late: [],
    of: (t) => {
      const record = t.c.stages[stage];
      return worst(
        ...(t.clock(`stage-${stage}-response`)?.extensions ?? []).map((e): Seen => {
          const told = record?.extensions.find((x) => x.toldOn === e.toldOn && x.newDate === e.newDate);
          if (e.beyondTheLimit) return met(e.toldOn);
          if (e.counts !== 'up-to-the-limit') return null;
          return told?.agreed === false ? exception(e.toldOn, 'not-agreed') : unknown(e.toldOn);
        }),
      );
    },
  };
}

/** 5.3 and 5.15. */
export function detailsWithoutAgreement(stage: 1 | 2): Rule {
  return {
    among: `stage ${stage} extensions to which the resident did not agree`,
    did: 'gave the Ombudsman’s details',
    showsOnly: null,
    by: 'extension',
    whys: ['extended-without-ombudsman'],
    late: [],
    of: (t) =>
      worst(
        ...(t.c.stages[stage]?.extensions ?? []).map((e): Seen => {
          if (e.agreed !== false) return null;
          if (e.ombudsmanDetails === null) return unknown(e.toldOn);
          return e.ombudsmanDetails ? met(e.toldOn) : exception(e.toldOn, 'extended-without-ombudsman');
        }),
      ),
  };
}

export const olderReports: Rule = {
  among: 'complaints with an earlier case of the same matter',
  did: 'are linked to it',
  showsOnly: 'Shows links between cases. Whether an earlier report was missed is for a person.',
  by: 'receipt',
  whys: [],
  late: [],
  of: (t) =>
    isComplaint(t) && t.c.links.some((l) => ['earlier-case', 'raised-again', 'same-matter'].includes(l.relation))
      ? met(t.c.receivedOn)
      : null,
};

export const afterStage1: Rule = {
  among: 'complaints that went to stage 2',
  did: 'went there after the stage 1 answer, because the resident asked',
  showsOnly: null,
  by: 'request',
  whys: ['before-stage-1-answer'],
  late: [],
  of: (t) => {
    const on = t.c.escalation?.requestedOn ?? null;
    if (!isComplaint(t) || on === null) return null;
    const answered = answeredOn(t, 1);
    if (answered === null) return t.c.imported ? unknown(on) : exception(on, 'before-stage-1-answer');
    return on < answered ? exception(on, 'before-stage-1-answer') : met(on);
  },
};

/** Two stages were the ideal of 2022; a third had to be justified, which a person does. */
export const thirdJustified: Rule = {
  ...twoStages,
  did: 'had two stages at most; a third is for a person to justify',
  whys: [],
  of: (t) => {
    const seen = twoStages.of(t);
    return seen?.verdict === 'exception' ? unknown(seen.on) : seen;
  },
};
