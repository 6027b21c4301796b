/** On the first page: how much an Ombudsman waits for that is late, or due within a week. */
import type { VNode } from 'preact';

export function ForOmbudsman({ waiting }: { readonly waiting: number }): VNode | null {
  if (waiting === 0) return null;
  return (
    <ul class="govuk-list">
      <li>
        <a class="govuk-link" href="/ombudsman">
          {waiting === 1
            ? 'An Ombudsman waits for something that is late or due within a week'
            : `Ombudsmen wait for ${waiting} things that are late or due within a week`}
        </a>
      </li>
    </ul>
  );
}
