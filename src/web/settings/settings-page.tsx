/** The frame of a settings screen: where it belongs, its body, and who changed what there lately. */
import type { ComponentChildren, VNode } from 'preact';
import { type ChangedThing, listChanges, type RecordedChange } from '../../store/change-trail.js';
import { hiddenCases } from '../../store/staff-concerned.js';
import { viewerOf } from '../cases/case-shown.js';
import { Details } from '../ui/components.js';
import { InstantText } from '../ui/dates.js';
import type { FormState } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import type { Page, Visit } from '../visit.js';

interface SettingsPage {
  readonly title: string;
  readonly about?: readonly ChangedThing[];
  readonly form?: FormState;
  readonly wide?: boolean;
  /** Between Settings and this page. */
  readonly under?: { readonly text: string; readonly href: string };
}

export async function settingsPage(visit: Visit, options: SettingsPage, body: ComponentChildren): Promise<Page> {
  const { about, under, ...rest } = options;
  const changes = about
    ? await visit.db(async (trx) => listChanges(trx, about, 20, await hiddenCases(trx, viewerOf(visit))))
    : [];
  return page(
    visit,
    {
      ...rest,
      section: 'settings',
      crumbs: [{ text: 'Settings', href: '/settings' }, ...(under ? [under] : []), { text: options.title }],
    },
    <>
      {body}
      {changes.length > 0 ? (
        <Details summaryText="What was changed, and by whom">
          <Changes changes={changes} />
        </Details>
      ) : null}
    </>,
  );
}

export function Changes({ changes }: { readonly changes: readonly RecordedChange[] }): VNode {
  return (
    <ul class="app-list">
      {changes.map((change) => (
        <li key={change.at} class="app-list__item">
          <p class="govuk-body govuk-!-margin-bottom-1">{change.words}</p>
          <p class="govuk-body-s govuk-!-margin-bottom-0">
            {change.by ?? 'The command line'}, <InstantText at={change.at} />
          </p>
        </li>
      ))}
    </ul>
  );
}
