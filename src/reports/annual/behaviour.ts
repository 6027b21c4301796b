/** How often somebody's contact was restricted, and what led there: always few, and always said (5.14, 5.15). */
import { capital } from '../../facts/capital.js';
import type { Block } from '../document.js';
import { compared, counted, heading, paragraph, partsCompared } from './blocks.js';
import type { AnnualData } from './data.js';
import { countOf, figure, partsOf } from './figures.js';

export function behaviour({ now, year, before }: AnnualData): readonly Block[] {
  const restricted = partsOf(now, 'restrictions');
  const steps = partsOf(now, 'behaviour');
  if (restricted.length === 0 && steps.length === 0) return [];
  const decided = countOf(figure(now, { id: 'restrictions', group: 'decided' }));
  const reviewed = figure(now, { id: 'restrictions.reviewed-in-time' });
  const happened = steps.filter((m) => countOf(m) > 0);
  return [
    heading(3, 'When we restricted contact', 'behaviour'),
    paragraph(
      decided === 0
        ? `No restriction of contact is recorded in ${year.name}.`
        : `${capital(counted(decided, 'restriction'))} of contact ${decided === 1 ? 'was' : 'were'} decided in ${year.name}, each by two people, after a warning, for a time, and with a day on which it is looked at again. Nobody was kept from reporting something new.`,
    ),
    ...partsCompared(
      'Restrictions of contact',
      restricted.filter((m) => countOf(m) > 0),
      year,
      before,
    ),
    ...partsCompared('What was recorded of behaviour', happened, year, before),
    ...(reviewed === null || reviewed.none
      ? []
      : compared(
          'Reviews of restrictions',
          [{ label: 'Reviewed by their day', now: reviewed, key: reviewed }],
          year,
          before,
        )),
  ];
}
