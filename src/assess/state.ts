/**
 * Where a provision stands: what a person answered, held against what the cases of the year show and the documents beside it.
 * The answer is a person's and stays one: nothing here ever turns into a yes.
 */
import type { Edition } from '../law/words.js';
import type { Answer } from './answers.js';

export const assessmentStates = [
  'met',
  'partly',
  'not-met',
  'not-shown',
  'contradicted',
  'does-not-apply',
  'unanswered',
] as const;
export type AssessmentState = (typeof assessmentStates)[number];

export const stateWords: Readonly<Record<AssessmentState, string>> = {
  met: 'Met',
  partly: 'Partly met',
  'not-met': 'Not met',
  'not-shown': 'Not shown',
  contradicted: 'Contradicted',
  'does-not-apply': 'Does not apply',
  unanswered: 'Not answered',
};

/** What the cases of a period show of one provision. */
export interface CasesShow {
  readonly met: number;
  readonly exceptions: number;
  /** Cases that could show it, and what they would show is not on record. Neither for nor against. */
  readonly unknown: number;
  /** Past their day and not done: not yet in `exceptions`, and late all the same. */
  readonly lateNow: number;
}

export interface ToBeWeighed {
  readonly edition: Edition;
  readonly answer: Answer;
  /** Null for a provision that cases can't show. */
  readonly cases: CasesShow | null;
  /** At least one document, role or record stands beside the answer, in force for the year. */
  readonly documentsHold: boolean;
}

export interface Weighed {
  readonly state: AssessmentState;
  /** The reason, in one plain sentence. */
  readonly because: string;
}

/**
 * A yes is contradicted when more than one case in twenty that shows the provision is an exception. The Code knows no such
 * share: every late answer is a failing of its own, named beside the answer whatever the state. But the form asks whether the
 * landlord complies, and one slip in a year of hundreds does not make its answer untrue, where one in five (or one in three
 * of three) does. A landlord may look more strictly; this is where the product speaks up by itself.
 */
export const tolerance = { exceptions: 1, in: 20 } as const;

function contradicts({ met, exceptions, lateNow }: CasesShow): boolean {
  const against = exceptions + lateNow;
  return against * tolerance.in > (met + against) * tolerance.exceptions;
}

/** 'one in twenty', for screens that explain themselves. */
export const toleranceWords =
  'A yes is contradicted when more than one in twenty of the cases that show the provision are exceptions or running late.';

/** The state of a provision, and the sentence that says why. */
export function stateOf({ edition, answer, cases, documentsHold }: ToBeWeighed): Weighed {
  switch (answer) {
    case 'unknown':
      return { state: 'unanswered', because: 'Nobody has answered this yet.' };
    case 'na':
      return { state: 'does-not-apply', because: 'Answered: it does not apply.' };
    case 'no':
      return { state: 'not-met', because: 'Answered no.' };
    case 'partly':
      return edition === '2022'
        ? { state: 'partly', because: 'Answered: partly.' }
        : { state: 'not-met', because: `The form of ${edition} knows yes and no: what is partly met is not met.` };
    case 'yes':
    case 'text':
      return weigh(answer, cases, documentsHold);
    default:
      return answer satisfies never;
  }
}

function weigh(answer: 'yes' | 'text', cases: CasesShow | null, documentsHold: boolean): Weighed {
  const shown = cases === null ? 0 : cases.met + cases.exceptions + cases.lateNow;
  if (cases !== null && shown > 0) {
    const against = cases.exceptions + cases.lateNow;
    const of = `${against.toLocaleString('en-GB')} of ${shown.toLocaleString('en-GB')} cases`;
    // A question that wants a figure or words has no yes to contradict.
    if (answer === 'yes' && contradicts(cases))
      return { state: 'contradicted', because: `Answered yes, but ${of} show otherwise: more than one in twenty.` };
    if (against > 0)
      return {
        state: 'met',
        because: `Met, with exceptions: ${of} show otherwise. Each is listed and should be explained.`,
      };
    return {
      state: 'met',
      because: `${shown.toLocaleString('en-GB')} ${shown === 1 ? 'case shows' : 'cases show'} it, and none otherwise.`,
    };
  }
  if (documentsHold)
    return { state: 'met', because: 'No case shows it either way; a document in force stands beside it.' };
  const unknown =
    cases === null || cases.unknown === 0
      ? ''
      : ` ${cases.unknown.toLocaleString('en-GB')} could have, but the facts are not on record.`;
  return {
    state: 'not-shown',
    because: `${answer === 'yes' ? 'Answered yes' : 'Answered'}, but no case of the year shows it and no document in force stands beside it.${unknown}`,
  };
}
