/**
 * A sample drawn at random that anybody can draw again: each case draws a lot from the seed and its own id, and the lowest
 * are taken. A case that comes later moves no other's lot.
 */

/** 53 bits of both texts, well mixed; not for secrets. */
export function lot(seed: string, id: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  const text = `${seed}\n${id}`;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}

/** `n` of the ids, or all when there are fewer, in the order in which they were drawn. The order they come in is no matter. */
export function drawn<T extends string>(seed: string, ids: readonly T[], n: number): readonly T[] {
  return [...new Set(ids)]
    .map((id) => ({ id, lot: lot(seed, id) }))
    .sort((a, b) => a.lot - b.lot || (a.id < b.id ? -1 : 1))
    .slice(0, Math.max(0, n))
    .map(({ id }) => id);
}
