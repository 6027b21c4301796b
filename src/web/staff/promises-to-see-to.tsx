/** What a manager sees first of promises: those that were broken, and what waits for their decision (6.6). */
import type { VNode } from 'preact';
import type { PromiseCounts } from '../../store/promises.js';

const lines = [
  { state: 'late', one: 'One promise to a resident is late', many: 'promises to residents are late' },
  {
    state: 'not-done',
    one: 'One resident says that a promise was not kept',
    many: 'promises were not kept, residents say',
  },
  {
    state: 'end-asked',
    one: 'One promise is to be ended: a manager decides',
    many: 'promises are to be ended: a manager decides',
  },
  {
    state: 'untold',
    one: 'One resident has not been told that a promise changed',
    many: 'changes of promises have not been told to the resident',
  },
] as const;

export function PromisesToSeeTo({ counts }: { readonly counts: PromiseCounts | null }): VNode | null {
  const some = counts === null ? [] : lines.filter(({ state }) => counts[state] > 0);
  if (counts === null || some.length === 0) return null;
  return (
    <ul class="govuk-list">
      {some.map(({ state, one, many }) => (
        <li key={state}>
          <a class="govuk-link" href={`/promises?state=${state}`}>
            {counts[state] === 1 ? one : `${counts[state].toLocaleString('en-GB')} ${many}`}
          </a>
        </li>
      ))}
    </ul>
  );
}
