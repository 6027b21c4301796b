/** What would be different in a frozen report if its figures were worked out now. */
import type { Measured } from '../measured.js';
import { told } from './figures.js';

export interface Change {
  readonly words: string;
  readonly was: string;
  readonly now: string;
}

/** Every figure that is not what it was: changed, gone, or new. */
export function changesSince(frozen: readonly Measured[], now: readonly Measured[]): readonly Change[] {
  const keyOf = (m: Measured) => JSON.stringify([m.id, m.group, m.reading]);
  const current = new Map(now.map((m) => [keyOf(m), m]));
  const known = new Set(frozen.map(keyOf));
  const changed = frozen.flatMap((was) => {
    const is = current.get(keyOf(was)) ?? null;
    if (is !== null && same(was, is)) return [];
    return [{ words: was.words, was: told(was), now: is === null ? 'no longer there' : told(is) }];
  });
  const fresh = now
    .filter((m) => !known.has(keyOf(m)) && !m.none && m.value !== 0)
    .map((m) => ({ words: m.words, was: 'not there', now: told(m) }));
  return [...changed, ...fresh];
}

function same(a: Measured, b: Measured): boolean {
  return (
    a.value === b.value &&
    a.numerator === b.numerator &&
    a.denominator === b.denominator &&
    a.none === b.none &&
    a.unknown === b.unknown &&
    a.notYetDue === b.notYetDue
  );
}
