/** How a call's tries and ends are told. */
import type { CallBack, CallBackEnd, TryResult } from '../../store/call-backs.js';

export const tryWords: Record<TryResult, string> = {
  'no-answer': 'No answer',
  'left-a-message': 'Left a message that names nothing',
  'number-wrong': 'The number is wrong',
  'asked-for-later': 'They asked to be rung later',
  spoken: 'Spoke with them',
};

export const endWords: Record<CallBackEnd, string> = {
  spoken: 'Spoken with',
  'written-instead': 'Written to instead',
  'no-longer-wanted': 'No longer wanted',
};

/** How often it was tried, in words. */
export function triesWords({ tries }: CallBack): string {
  const last = tries.at(-1);
  if (last === undefined) return 'Not tried yet';
  const times = tries.length === 1 ? 'Tried once' : `Tried ${tries.length} times`;
  return `${times}, last: ${tryWords[last.result].toLowerCase()}`;
}
