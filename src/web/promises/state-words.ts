/** What the lists of promises are called. */
import type { PromiseState } from '../../store/promises.js';

export const stateWords: Readonly<Record<PromiseState, string>> = {
  late: 'Late',
  week: 'Due this week',
  waiting: 'Waiting for the resident’s answer',
  'not-done': 'Said not done',
  'end-asked': 'To be ended: a manager decides',
  untold: 'Change not told to the resident',
  later: 'Due later',
  done: 'Done',
  ended: 'Ended with a reason',
};
