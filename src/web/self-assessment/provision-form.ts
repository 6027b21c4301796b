/** What a person writes to one provision: the fields, and what the edition demands of a provision that is not met. */
import { z } from 'zod';
import { answers, answersFor, saysNotMet } from '../../assess/answers.js';
import type { Day } from '../../facts/days.js';
import type { Edition } from '../../law/words.js';
import type { AnswerRow, Written } from '../../store/assessment-answers.js';
import { ids, optionalChoice, optionalDay, optionalText, wholeNumber } from '../ui/fields.js';
import type { FormError } from '../ui/forms.js';

export const provisionForm = z.object({
  version: wholeNumber('', { min: 0, max: 1_000_000 }),
  answer: optionalChoice(answers),
  evidence: optionalText(20_000),
  commentary: optionalText(20_000),
  reason: optionalText(5_000),
  intended: optionalDay('the day by which it will be met'),
  intendedWords: optionalText(200),
  plan: optionalText(5_000),
  pieces: ids(),
  /** Those that stood there when the form was opened. */
  had: ids(),
});

type Read = z.output<typeof provisionForm>;

export function writtenFrom(read: Read): Written {
  const answer = read.answer ?? 'unknown';
  return {
    answer,
    evidence: read.evidence ?? '',
    commentary: read.commentary ?? '',
    reason: read.reason ?? '',
    intendedOn: read.intended,
    intendedWords: read.intendedWords ?? '',
    plan: read.plan ?? '',
  };
}

/** What is wrong with it under that edition. The Code of 2024 wants a reason and a day for each provision not met. */
export function faultsOf(edition: Edition, provision: string, read: Read): readonly FormError[] {
  const answer = read.answer ?? 'unknown';
  const faults: FormError[] = [];
  if (answer !== 'unknown' && !answersFor(edition, provision).includes(answer))
    faults.push({ field: 'answer', words: `The form of ${edition} does not have that answer` });
  if (answer === 'text' && (read.commentary ?? '') === '')
    faults.push({ field: 'commentary', words: 'Write the answer here' });
  if (saysNotMet(answer)) {
    if ((read.reason ?? '') === '') faults.push({ field: 'reason', words: 'Say why it is not met' });
    if (edition === '2024' && read.intended === null)
      faults.push({ field: 'intended', words: 'Enter the day by which it will be met: the Code asks for one' });
  }
  return faults;
}

/** The form's beginning: what stands, or for a first answer nothing at all. */
export function startingFrom(
  row: AnswerRow | null,
  pieces: readonly string[],
): Record<string, string | number | readonly string[] | Day | null> {
  return {
    version: row?.version ?? 0,
    answer: row === null || row.answer === 'unknown' ? '' : row.answer,
    evidence: row?.evidence ?? '',
    commentary: row?.commentary ?? '',
    reason: row?.reason ?? '',
    intended: row?.intendedOn ?? null,
    intendedWords: row?.intendedWords ?? '',
    plan: row?.plan ?? '',
    pieces,
    had: pieces,
  };
}
