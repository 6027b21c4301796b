/** How self-assessments are named on screens, and the tags of their states: always words, the colour beside them. */
import { yearName } from '../../assess/answers.js';
import type { PieceState } from '../../assess/evidence-pieces.js';
import { type AssessmentState as ProvisionState, stateWords } from '../../assess/state.js';
import type { AssessmentState, StepDid } from '../../store/assessment-steps.js';
import type { SelfAssessment, Trigger } from '../../store/assessments.js';
import type { TagColour } from '../ui/components.js';

type Named = Pick<SelfAssessment, 'edition' | 'year' | 'round'>;

/** 'Self-assessment 2024-25 against the Code of 2024'. */
export function assessmentTitle({ edition, year, round }: Named): string {
  return `Self-assessment ${yearName(year)} against the ${edition} Code${round === 1 ? '' : `, number ${round}`}`;
}

export function assessmentHref({ id }: Pick<SelfAssessment, 'id'>, below = ''): string {
  return `/self-assessment/${id}${below}`;
}

export const stateTags: Readonly<Record<AssessmentState, { readonly words: string; readonly colour: TagColour }>> = {
  draft: { words: 'Draft', colour: 'grey' },
  put: { words: 'With the governing body', colour: 'blue' },
  approved: { words: 'Approved', colour: 'teal' },
  published: { words: 'Published', colour: 'green' },
  superseded: { words: 'Replaced by a later one', colour: 'grey' },
};

export const triggerWords: Readonly<Record<Trigger, string>> = {
  yearly: 'The yearly self-assessment',
  restructure: 'After a restructure, merger or change of procedure',
  'ombudsman-request': 'At the Ombudsman’s request',
  'changed-in-year': 'Something changed during the year',
};

const colours: Readonly<Record<ProvisionState, TagColour>> = {
  met: 'green',
  partly: 'yellow',
  'not-met': 'red',
  'not-shown': 'blue',
  contradicted: 'magenta',
  'does-not-apply': 'grey',
  unanswered: 'grey',
};

export function provisionTag(state: ProvisionState): { readonly words: string; readonly colour: TagColour } {
  return { words: stateWords[state], colour: colours[state] };
}

export const provisionStateHints: Readonly<Record<ProvisionState, string>> = {
  met: 'answered yes, and something shows it',
  partly: 'answered partly',
  'not-met': 'answered no',
  'not-shown': 'answered yes, and neither cases nor evidence in use show it',
  contradicted: 'answered yes, while more than one in twenty of the cases that show it say otherwise',
  'does-not-apply': 'answered: it does not apply',
  unanswered: 'nobody has answered yet',
};

export const pieceTags: Readonly<Record<PieceState, TagColour>> = {
  holds: 'green',
  'not-yet': 'blue',
  expired: 'red',
  retired: 'grey',
  'found-wanting': 'orange',
};

export const stepWords: Readonly<Record<StepDid, string>> = {
  began: 'Begun',
  read: 'Read from a document',
  put: 'Put to the governing body',
  'taken-back': 'Taken back to change it',
  responded: 'The governing body’s response',
  approved: 'Approved',
  published: 'Published',
  superseded: 'Replaced by a later one',
};
