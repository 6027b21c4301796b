/** Two clicks, two windows or two people who ask for the same bundle at once: it is begun once. */
import type { BundleState } from './choosing.js';

/** So soon after it was begun nobody can want another one of the same: longer than a hand, or a slow line, takes to ask twice. */
const askedTwiceMs = 30_000;

/** A bundle as this rule sees it. */
export interface BundleBegun {
  readonly state: BundleState;
  readonly version: number;
  readonly madeVersion: number | null;
  readonly begun: Date;
}

/** Whether whoever asks for a bundle of the same now is led to this one: it has just begun, and nobody has changed it. */
export function hasJustBegun({ state, version, madeVersion, begun }: BundleBegun, now: Date): boolean {
  const asItWasBegun = madeVersion === null ? state !== 'put-aside' : state === 'made' && madeVersion === version;
  return asItWasBegun && now.getTime() - begun.getTime() < askedTwiceMs;
}
