/** What cases show of the questions of the 2020 form. Some ask for a proportion: then the exceptions are the other part. */
import { ombudsmanCasesOf } from '../../complaint/ombudsman-case.js';
import { escalationAccepted, refusalExplained } from './code-2024/2-exclusions.js';
import { representatives } from './code-2024/3-accessibility.js';
import { fullRecord } from './code-2024/5-process.js';
import { answerInWriting } from './code-2024/6-stages.js';
import { extensions, timed } from './code-2024/6-times.js';
import { putRight } from './code-2024/7-putting-right.js';
import { learning } from './code-2024/9-oversight.js';
import { commentsBefore, keptInformed } from './only-in-2022.js';
import { answeredOn, exception, isComplaint, met, type Rule, type Rules, worst } from './words.js';

const resolvedAtStage1: Rule = {
  among: 'complaints answered at stage 1',
  did: 'ended there',
  showsOnly: 'Shows that nobody asked for stage 2. Whether the resident was content is for a person.',
  by: 'stage-1-answer',
  whys: ['went-on'],
  late: [],
  of: (t) => {
    const on = answeredOn(t, 1);
    if (on === null || !isComplaint(t)) return null;
    return t.c.escalation === null ? met(on) : exception(on, 'went-on');
  },
};

const resolvedAtStage2: Rule = {
  among: 'complaints answered at stage 2',
  did: 'ended there',
  showsOnly: 'Shows that there was no third stage. Whether the resident was content is for a person.',
  by: 'final-answer',
  whys: ['third-stage'],
  late: [],
  of: (t) => {
    const on = answeredOn(t, 2);
    if (on === null || !isComplaint(t)) return null;
    return t.c.stages[3] === null ? met(on) : exception(on, 'third-stage');
  },
};

const first = timed('stage-1-response', 1, '', '');
const second = timed('stage-2-response', 2, '', '');

const inTime: Rule = {
  among: 'complaints',
  did: 'were answered in time at each stage, or by an extension that counts',
  showsOnly: 'Shows both stages together. The four proportions that the form asks for are in the figures.',
  by: 'receipt',
  whys: ['late'],
  late: ['stage-1-response', 'stage-2-response'],
  of: (t) => worst(first.of(t), second.of(t)),
};

const evidenceInTime: Rule = {
  among: 'cases for which the Ombudsman asked for evidence',
  did: 'had it sent by the date',
  showsOnly: null,
  by: 'that-day',
  whys: ['evidence-late'],
  late: [],
  of: (t) =>
    worst(
      ...ombudsmanCasesOf(t.c)
        .flatMap(({ evidence }) => evidence)
        .map(({ askedOn, dueOn, sentOn }) => {
          if (sentOn === null) return null;
          return sentOn > dueOn ? exception(askedOn, 'evidence-late') : met(askedOn);
        }),
    ),
};

const ombudsmanKeptInformed: Rule = {
  among: 'cases for which more time for evidence was agreed with the Ombudsman',
  did: 'have the new date and its reason on record',
  showsOnly: null,
  by: 'that-day',
  whys: [],
  late: [],
  of: (t) => {
    const extended = t.happened('EvidenceDateExtended')[0];
    return extended === undefined ? null : met(extended.happenedOn);
  },
};

export const code2020: Rules = {
  '3.6': answerInWriting([2]),
  '3.7': fullRecord,
  '3.8': resolvedAtStage1,
  '4.1': keptInformed,
  '4.2': commentsBefore,
  '4.3': timed('stage-1-acknowledgement', 1, 'complaints', 'were acknowledged and logged within five working days'),
  '4.4': answerInWriting([1, 2]),
  '4.5': resolvedAtStage1,
  '4.6': resolvedAtStage2,
  '4.7': inTime,
  '4.8': extensions([1, 2]),
  '4.9': { ...keptInformed, among: 'complaints whose answer was late or extended' },
  '5.1': evidenceInTime,
  '5.2': ombudsmanKeptInformed,
  '6.1': representatives,
  '6.3': escalationAccepted,
  '6.4': refusalExplained,
  '7.1': putRight,
  '8.1': learning,
};
