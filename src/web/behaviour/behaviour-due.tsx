/** On the first page of whoever may decide: how much about restrictions waits. */
import type { VNode } from 'preact';

export function BehaviourDue({ waiting }: { readonly waiting: number }): VNode | null {
  if (waiting === 0) return null;
  return (
    <ul class="govuk-list">
      <li>
        <a class="govuk-link" href="/behaviour">
          {waiting === 1
            ? 'A restriction of contact is to be decided, told or reviewed'
            : `${waiting} restrictions of contact are to be decided, told or reviewed`}
        </a>
      </li>
    </ul>
  );
}
