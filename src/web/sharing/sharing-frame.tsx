/** The frame of every page of what is shared, and the text that the path names. */
import type { ComponentChildren } from 'preact';
import type { Trx } from '../../store/database.js';
import { findText } from '../../store/sharing/texts.js';
import type { FormState } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { PartsOf } from '../ui/parts.js';
import type { Page, Visit } from '../visit.js';

export type Text = NonNullable<Awaited<ReturnType<typeof findText>>>;

export function textAsked(trx: Trx, visit: Visit): Promise<Text | null> {
  return findText(trx, visit.params.id ?? '');
}

export function textHref(text: Pick<Text, 'id'>, below = ''): string {
  return `/sharing/${text.id}${below}`;
}

interface Options {
  readonly title: string;
  readonly form?: FormState;
  readonly back?: { readonly href: string; readonly text: string };
  readonly wide?: boolean;
  readonly heading?: null;
}

export function sharingPage(visit: Visit, options: Options, body: ComponentChildren): Page {
  return page(
    visit,
    { ...options, section: 'learning' },
    <>
      <PartsOf section="learning" at="/sharing" visit={visit} />
      {body}
    </>,
  );
}
