/** How a reading says how sure it is, and what each answer is called: words, never colour alone. */
import { type Answer, answersFor } from '../../../assess/answers.js';
import type { GivenAnswer, ReadRow } from '../../../assess/read/shape.js';
import type { Edition } from '../../../law/words.js';
import { isSure, type RowConfirmed } from '../../../store/form-readings.js';
import type { TagColour } from '../../ui/components.js';

export const answerSaid: Readonly<Record<GivenAnswer, string>> = {
  yes: 'Yes',
  no: 'No',
  partly: 'Partly',
  na: 'Does not apply',
  text: 'Answered in words',
  unknown: 'The document does not say',
};

/** 'Sure', 'Fairly sure', 'Not sure': what the number behind it means to a person. */
export function sureWords({ confidence, answer }: ReadRow): string {
  if (answer === 'unknown') return 'Nothing to be sure of';
  if (confidence >= 0.9) return 'Sure';
  return confidence >= 0.7 ? 'Fairly sure' : 'Not sure';
}

/** Where a row stands on its way to being an answer. */
export function rowState(
  row: ReadRow,
  confirmed: RowConfirmed | undefined,
): { readonly words: string; readonly colour: TagColour } {
  if (confirmed !== undefined)
    return confirmed.mended ? { words: 'Corrected', colour: 'teal' } : { words: 'Confirmed', colour: 'green' };
  return isSure(row) ? { words: 'To confirm', colour: 'blue' } : { words: 'Needs a person', colour: 'yellow' };
}

/** What a person may say that the document answers: what its form has, and always that it does not say. */
export function answersRead(edition: Edition, row: ReadRow): readonly Answer[] {
  const known: readonly Answer[] = answersFor(edition, row.provision);
  const read = edition === '2024' && row.answer === 'partly' ? [] : [row.answer];
  return [...new Set<Answer>([...known, ...read, 'unknown'])];
}

export function readingHref(id: string, below = ''): string {
  return `/self-assessment/read/${id}${below}`;
}
