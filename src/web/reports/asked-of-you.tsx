/** On the first page: the words that somebody still owes to a report. */
import type { VNode } from 'preact';
import { inWords } from '../../facts/days.js';
import { placeOf } from '../../reports/annual/places.js';
import type { Ask } from '../../store/report-asks.js';
import { yearWords } from './report-frame.js';

export function AskedOfYou({ asks, today }: { readonly asks: readonly Ask[]; readonly today: string }): VNode | null {
  if (asks.length === 0) return null;
  return (
    <ul class="govuk-list">
      {asks.map((one) => (
        <li key={one.id}>
          <a class="govuk-link" href={`/reports/annual/${one.report}/words/${one.place}`}>
            Words for the annual report {yearWords(one)}: {placeOf(one.place)?.title ?? one.place}
          </a>
          {one.dueOn < today ? `, wanted by ${inWords(one.dueOn)}: late` : `, wanted by ${inWords(one.dueOn)}`}
        </li>
      ))}
    </ul>
  );
}
