/**
 * The letter that explains a refusal (2.4, 5.11). A refusal may be recorded before its letter, and a letter may come back: until
 * it has reached the resident it is owed, and the case waits for it.
 */
import type { Day } from '../facts/days.js';
import type { Entry, LetterKind } from '../facts/happened.js';
import type { Case } from './case.js';

export interface RefusalLetter {
  /** The day of the refusal: what it owes is owed from then on. */
  readonly since: Day;
  readonly of: 'complaint' | 'stage-2';
  /** It went and did not arrive; else it was not sent yet. */
  readonly cameBack: boolean;
}

/** The letter that a standing refusal owes; null when nothing was refused, or the resident has it. */
export function refusalLetterOwed(c: Case): RefusalLetter | null {
  // What a register brought in was told in its own time, and nobody writes about it by themselves.
  if (c.imported || c.importTakenBack) return null;
  const refused = c.history.findLast(
    ({ what }) => what.type === 'ComplaintRefused' || what.type === 'EscalationRefused',
  );
  if (refused === undefined) return null;
  const complaint = refused.what.type === 'ComplaintRefused';
  const stands = complaint
    ? c.refusal !== null && c.refusal.overturnedOn === null
    : (c.escalation?.refusedOn ?? null) !== null;
  if (!stands || c.withdrawal !== null) return null;
  const kind = complaint ? 'refusal' : 'refusal-to-escalate';
  const letters = triedSince(c, refused, kind);
  return letters.some(({ failed }) => !failed)
    ? null
    : { since: refused.happenedOn, of: complaint ? 'complaint' : 'stage-2', cameBack: letters.length > 0 };
}

/** The letters that were sent to tell of this refusal, not of one before it that was overturned. */
function triedSince(c: Case, refused: Entry, kind: LetterKind): readonly Case['letters'][number][] {
  const tries = c.history.flatMap(({ seq, recordedAt, what }) =>
    what.type === 'LetterSent' || what.type === 'LetterDeliveryFailed' || what.type === 'LetterReturned'
      ? [{ letter: what.letter, since: seq > refused.seq || recordedAt === refused.recordedAt }]
      : [],
  );
  const before = new Set(tries.filter(({ since }) => !since).map(({ letter }) => letter));
  const since = new Set(tries.map(({ letter }) => letter).filter((letter) => !before.has(letter)));
  return c.letters.filter((letter) => letter.kind === kind && since.has(letter.id));
}

/** What the case waits for, in a few words. */
export function refusalLetterWords({ of, cameBack }: RefusalLetter): string {
  if (cameBack) return 'The refusal has not reached the resident';
  return of === 'complaint' ? 'Refused: its letter is not sent yet' : 'Stage 2 refused: its letter is not sent yet';
}
