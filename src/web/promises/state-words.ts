/** What the lists of promises are called. */
import type { PromiseState } from '../../store/promises.js';

export const stateWords: Readonly<Record<PromiseState, string>> = {
  late: 'Late',
  week: 'Due this week',
  'not-done': 'Said not done',
  later: 'Due later',
  done: 'Done',
  ended: 'Ended with a reason',
};
