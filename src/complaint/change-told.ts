/** Whether the resident knows of every change to what they were promised: a promise that changes in silence is broken. */
import type { PromiseMade } from './case.js';

/** A new date, or an ending, of which there is no record that the resident was told. */
export function changeUntold(p: PromiseMade): boolean {
  if (p.state === 'ended') return p.endToldOn === null;
  return p.state === 'open' && p.moves.some(({ residentTold }) => !residentTold);
}
