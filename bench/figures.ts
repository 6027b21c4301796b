/** What is measured, and how it is printed: times as p50, p95 and p99, everything else as one figure. */

/** A figure on its own. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** Many times of the same thing, at one size of landlord, in milliseconds. */
export interface Times {
  readonly what: string;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly n: number;
  /** Processor time of the whole product for one of them; null where the kernel does not say. Steadier than the clock. */
  readonly processor: number | null;
}

export function timesOf(what: string, milliseconds: readonly number[], processor: number | null = null): Times {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  // The nearest rank.
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { what, p50: at(0.5), p95: at(0.95), p99: at(0.99), n: sorted.length, processor };
}

/** Does something so often, one after the other, after some times that do not count. */
export async function repeat(
  what: string,
  how: { readonly times: number; readonly before?: number; readonly processorMs: () => number | null },
  once: (i: number) => Promise<number>,
): Promise<Times> {
  const { times, before = 20, processorMs } = how;
  for (let i = 0; i < before; i++) await once(i);
  const taken: number[] = [];
  const from = processorMs();
  for (let i = 0; i < times; i++) taken.push(await once(before + i));
  const until = processorMs();
  return timesOf(what, taken, from === null || until === null ? null : (until - from) / times);
}

export function inFigures(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toFixed(1);
}

/** 'reached', 'missed', or nothing when there is no target. */
export function verdict(value: number, target: { readonly atMost?: number; readonly atLeast?: number }): string {
  if (target.atMost !== undefined) return value <= target.atMost ? 'reached' : 'missed';
  if (target.atLeast !== undefined) return value >= target.atLeast ? 'reached' : 'missed';
  return '';
}
