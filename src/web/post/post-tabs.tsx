/** What comes in by e-mail and on paper, and waits for somebody. */
import type { VNode } from 'preact';
import type { CaseId } from '../../facts/happened.js';
import type { Trx } from '../../store/database.js';
import { countMail } from '../../store/mail.js';
import { countPostLetters } from '../../store/post-letters.js';
import { SubNavigation } from '../ui/components.js';

export interface PostCounts {
  readonly toLookAt: number;
  readonly setAside: number;
  readonly letters: number;
}

export async function postCounts(trx: Trx, hidden: readonly CaseId[]): Promise<PostCounts> {
  return { ...(await countMail(trx, hidden)), letters: await countPostLetters(trx) };
}

export function PostTabs({
  at,
  counts,
}: {
  readonly at: 'look' | 'aside' | 'scans';
  readonly counts: PostCounts;
}): VNode {
  return (
    <SubNavigation
      label="Email and post"
      items={[
        { text: `Email to look at (${counts.toLookAt})`, href: '/post', active: at === 'look' },
        { text: `Email set aside (${counts.setAside})`, href: '/post/set-aside', active: at === 'aside' },
        { text: `Scanned post (${counts.letters})`, href: '/post/scans', active: at === 'scans' },
      ]}
    />
  );
}
