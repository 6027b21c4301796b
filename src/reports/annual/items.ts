/** What people put down with its address: findings, improvements, reports, publications. */
import { inShortWords } from '../../facts/days.js';
import type { Block, Inline } from '../document.js';
import { cell } from './blocks.js';
import type { Item } from './data.js';

export function itemsTable(caption: string, items: readonly Item[]): readonly Block[] {
  if (items.length === 0) return [];
  return [
    {
      block: 'table',
      caption,
      head: [cell('What'), cell('When'), cell('What it says, and what we did')],
      rows: items.map((one) => [
        { text: [titleOf(one)] },
        cell(one.on === null ? 'no day given' : inShortWords(one.on)),
        cell(one.words),
      ]),
      rowHeads: true,
      foot: null,
    },
  ];
}

function titleOf(one: Item): Inline {
  return /^https?:\/\//.test(one.address) ? { text: one.title, href: one.address } : one.title;
}
