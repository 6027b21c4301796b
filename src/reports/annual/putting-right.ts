/** What was done to put things right: compensation, and what became of what answers promised. */
import type { Block } from '../document.js';
import { compared, heading, partsCompared } from './blocks.js';
import type { AnnualData } from './data.js';
import { countOf, figure, partsOf } from './figures.js';

export function puttingRight({ now, year, before }: AnnualData): readonly Block[] {
  const some = (id: string) => partsOf(now, id).filter((m) => countOf(m) > 0 || (m.value ?? 0) > 0);
  const promises = ['promises', 'promises.moved', 'promises.resident']
    .map((id) => figure(now, { id }))
    .filter((m) => m !== null)
    .filter((m) => !m.none)
    .map((m) => ({ label: m.words, now: m, key: m }));
  const blocks = [
    ...partsCompared('Compensation', some('compensation'), year, before),
    ...partsCompared('Offers and payments of compensation', some('compensation.cases'), year, before),
    ...partsCompared('Compensation by what it was for', some('compensation.heads'), year, before),
    ...partsCompared('Remedies that stage 1 had not offered', some('remedies.beyond-stage-1'), year, before),
    ...compared('What we promised in our answers', promises, year, before),
    ...partsCompared('What became of promises', some('promises'), year, before),
  ];
  return blocks.length === 0 ? [] : [heading(3, 'How we put things right', 'putting-right'), ...blocks];
}
