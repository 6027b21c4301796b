/** How contacts and refusals are counted. */
import { type Counting, counting, withoutPart } from './counting.js';

export const contactCountings: readonly Counting[] = [
  counting({ id: 'contacts', from: 'figure_contact', by: { column: 'kind', without: 'undecided' }, numerator: 'true' }),
  ...['channel', 'area', 'category'].map((column) =>
    counting({
      id: `contacts.${column}`,
      from: 'figure_contact',
      by: { column, without: withoutPart },
      numerator: "kind <> 'stage-2'",
    }),
  ),
];

const refusal = { from: 'figure_refusal', by: { column: 'ground', without: withoutPart } } as const;

export const refusalCountings: readonly Counting[] = [
  counting({ id: 'refused', ...refusal, numerator: 'stage = 1 and not overturned' }),
  counting({ id: 'refused.stage2', ...refusal, numerator: 'stage = 2 and not overturned' }),
  counting({ id: 'refused.overturned', from: 'figure_refusal', numerator: 'stage = 1 and overturned' }),
];
