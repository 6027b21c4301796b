/** The frame of the screens of figures that are given: where they belong, and who changed what there lately. */
import type { ComponentChildren } from 'preact';
import { type ChangedThing, listChanges } from '../../store/change-trail.js';
import { Changes } from '../settings/settings-page.js';
import { Details } from '../ui/components.js';
import type { FormState } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import type { Page, Visit } from '../visit.js';

/** Who enters figures, and who may only look. */
export const writers = ['manager', 'administrator'] as const;
export const readers = ['manager', 'administrator', 'member-responsible'] as const;

export const mayWrite = (visit: Visit) => visit.may(...writers);

interface GivenPage {
  readonly title: string;
  readonly heading?: null;
  readonly form?: FormState;
  readonly wide?: boolean;
  readonly about?: readonly ChangedThing[];
  /** Between 'Figures given' and this page. */
  readonly under?: { readonly text: string; readonly href: string };
}

export async function givenPage(visit: Visit, options: GivenPage, body: ComponentChildren): Promise<Page> {
  const { about, under, ...rest } = options;
  const changes = about ? await visit.db((trx) => listChanges(trx, about, 20)) : [];
  return page(
    visit,
    {
      ...rest,
      section: 'oversight',
      crumbs: [{ text: 'Figures given', href: '/figures/given' }, ...(under ? [under] : []), { text: options.title }],
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
