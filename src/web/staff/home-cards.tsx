/** The numbers on the first page, each a link to its list. */
import type { VNode } from 'preact';
import type { HomeCounts } from '../../store/queue.js';
import { type Card, CardList } from '../ui/cards.js';

export function Cards({
  counts,
  mail,
  arrived,
  calls,
  mine,
}: {
  readonly counts: HomeCounts;
  /** Emails that wait for somebody to look; null for those who do not see to them. */
  readonly mail: number | null;
  /** What came from residents and nobody has seen yet. */
  readonly arrived: number;
  /** Calls that are due today or late. */
  readonly calls: number;
  readonly mine: boolean;
}): VNode {
  const whose = mine ? '&handler=me' : '';
  const cards: readonly Card[] = [
    {
      n: arrived,
      words: 'From residents',
      href: `/arrivals${mine ? '?whose=mine' : ''}`,
      look: 'attention',
    },
    { n: calls, words: 'To call back', href: `/call-backs${mine ? '?whose=mine' : ''}`, look: 'attention' },
    { n: counts.toTriage, words: 'To triage', href: `/cases?standing=to-triage${whose}`, look: 'plain' },
    { n: counts.toAcknowledge, words: 'To acknowledge', href: `/cases?standing=to-acknowledge${whose}`, look: 'plain' },
    { n: counts.overdue, words: 'Overdue', href: `/cases?due=late${whose}`, look: 'attention' },
    { n: counts.dueToday, words: 'Due today', href: `/cases?due=today${whose}`, look: 'attention' },
    { n: counts.dueThisWeek, words: 'Due this week', href: `/cases?due=week${whose}`, look: 'plain' },
    { n: counts.promisesLate, words: 'With a late promise', href: `/cases?promises=late${whose}`, look: 'attention' },
    { n: counts.waitingForOthers, words: 'Waiting for others', href: `/cases?waiting=yes${whose}`, look: 'quiet' },
    ...(mail === null ? [] : [{ n: mail, words: 'Email to look at', href: '/post', look: 'attention' as const }]),
    ...(mine ? [] : [{ n: counts.unassigned, words: 'With nobody yet', href: '/cases?show=open&handler=nobody' }]),
  ];
  return <CardList cards={cards} />;
}
