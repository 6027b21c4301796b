/** (f) What else the Ombudsman has published about the landlord's work. */
import type { Block } from '../document.js';
import { heading, paragraph, placed } from './blocks.js';
import type { AnnualData } from './data.js';
import { itemsTable } from './items.js';

export function partF(data: AnnualData): readonly Block[] {
  const found = data.items.filter((one) => one.part === 'f');
  return [
    heading(2, '(f) Other reports and publications by the Ombudsman about our work', 'part-f'),
    ...(found.length === 0
      ? [paragraph(`No other report or publication of the Ombudsman about our work is recorded for ${data.year.name}.`)]
      : itemsTable('Other reports and publications about our work', found)),
    ...placed(data, 'publications'),
  ];
}
