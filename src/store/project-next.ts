/**
 * What of a case is due first, as lists show it: of the Code's clocks, of its hazards, the letter that a refusal owes, and
 * what was offered.
 */
import type { Case } from '../complaint/case.js';
import { refusalLetterOwed, refusalLetterWords } from '../complaint/refusal-letter.js';
import { owedRemedies, owedRemedyWords } from '../complaint/remedies-owed.js';
import type { Day } from '../facts/days.js';

export interface NextDue {
  readonly due: Day;
  readonly kind: string;
  readonly what: string;
}

/** The first by its day; on one day, the first that is named here. */
export function soonest(...among: readonly (NextDue | undefined)[]): NextDue | undefined {
  let first: NextDue | undefined;
  for (const one of among) if (one !== undefined && (first === undefined || one.due < first.due)) first = one;
  return first;
}

/** No day is set for it: it is owed from the day of the refusal. */
export function owedLetter(c: Case): NextDue | undefined {
  const owed = refusalLetterOwed(c);
  return owed === null ? undefined : { due: owed.since, kind: 'refusal-letter', what: refusalLetterWords(owed) };
}

/** The first remedy by its date of those that are still to be done. */
export function owedRemedy(c: Case): NextDue | undefined {
  return soonest(
    ...owedRemedies(c).map((owed) =>
      owed.due === null ? undefined : { due: owed.due, kind: 'remedy', what: owedRemedyWords(owed) },
    ),
  );
}
