/** Who changed what, folded away below what it is about. */
import type { VNode } from 'preact';
import type { ChangeNoted } from '../../store/assessment-changes.js';
import { Details } from '../ui/components.js';
import { InstantText } from '../ui/dates.js';

export function ChangesNoted({ changes }: { readonly changes: readonly ChangeNoted[] }): VNode | null {
  if (changes.length === 0) return null;
  return (
    <Details summaryText="What was changed, and by whom">
      <ul class="app-list">
        {changes.map((change) => (
          <li key={`${change.at} ${change.words}`} class="app-list__item">
            <p class="govuk-body govuk-!-margin-bottom-1">{change.words}</p>
            <p class="govuk-body-s govuk-!-margin-bottom-0">
              {change.by ?? 'The command line'}, <InstantText at={change.at} />
            </p>
          </li>
        ))}
      </ul>
    </Details>
  );
}
