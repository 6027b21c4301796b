/** On the first page of whoever answers for complaints: what may be systemic and waits for their answer. */
import type { VNode } from 'preact';

export function RisksWaiting({ n }: { readonly n: number }): VNode | null {
  if (n === 0) return null;
  return (
    <ul class="govuk-list">
      <li>
        <a class="govuk-link" href="/themes/risks">
          {n === 1 ? 'A possible systemic risk waits' : `${n} possible systemic risks wait`} for your answer
        </a>
      </li>
    </ul>
  );
}
