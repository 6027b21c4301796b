/** The library of measures written out for people: docs/measures.md is made of this. */
import { inShortWords } from '../../facts/days.js';
import { chapters, partWords } from './library.js';
import type { LibraryMeasure } from './shape.js';

const introduction = `# The measures

This page is made from the library in \`src/reports/measures\`: what stands here is what the product counts by. How each is
counted stands in \`src/store/measures\`, over the views of \`db/views\`, and every figure on a screen leads to its own query
and to the cases behind it.

What holds for all of them:

- **Days are London days.** Contacts, stage 1, acknowledgements, CH01 (1) and CH02 (1) go by receipt; stage 2 by the request;
  outcomes and days by the answer; refusals by the refusal; everything else by the day that its definition names.
- **Nothing is a share of nothing**: where there is nothing to divide by, the figure is "none" and never 0%.
- **Unknown** counts the cases left out because a fact is not known that could change the answer; where it could not, they
  are counted. A contact that nobody has triaged may be a complaint. A register that does not say whether a complaint was
  refused or withdrawn is read as if it was not: to leave such cases out would flatter the figures.
- **Not yet due** counts what is not answered and not due on the day of the calculation. It is never in time, and never late.
- **In no figure of complaints** are service requests and other contacts, complaints and requests for stage 2 that were
  refused and stay so, and imports that were taken back. A complaint by a group counts once.
- **The four readings of CH02** come from the same cases. A date moves with the acknowledgement as it happened ("without
  extensions", "with extensions that count"), or is counted as if every acknowledgement came on its last permitted day
  ("counted from receipt"): under the 2020 Code that is receipt, and under the 2022 Code stage 2 has no acknowledgement, so
  there both are the same.
- **LCRA and LCHO** go by what the case says of its home. Where no complaint of the period says it, and only one kind is
  owned, all are of that kind, and the figure says so. Otherwise a case that does not say is unknown to both. "All" is every
  complaint, over the homes of both kinds.
- **Rounding** is half up on the exact fraction; parts are shown with their counts and never forced to add to 100.

To change or add one, see [add a measure](how-to/add-a-measure.md). \`npm run the-code\` makes this page again, and a test
holds it current.`;

export function measuresInMarkdown(): string {
  const parts = chapters.flatMap(({ title, measures }) => [`## ${title}`, ...measures.map(inMarkdown)]);
  return `${[introduction, ...parts].join('\n\n')}\n`;
}

function inMarkdown(measure: LibraryMeasure): string {
  const { id, words, definition, source, numerator, denominator, from, until, parts, readingWords } = measure;
  const served =
    from === null && until === null
      ? []
      : [
          `- For years that begin${from === null ? '' : ` on ${inShortWords(from)} or later`}${until === null ? '' : `${from === null ? '' : ','} until ${inShortWords(until)}`}`,
        ];
  return [
    `### ${words}`,
    '',
    definition,
    '',
    `- \`${id}\`${source === null ? ', a measure of our own' : `, ${source}`}`,
    ...served,
    `- Counted: ${small(numerator)}`,
    ...(denominator === null ? [] : [`- Out of: ${small(denominator)}`]),
    ...(parts === null ? [] : [`- By ${parts}${namesOf(measure)}`]),
    ...(Object.keys(readingWords).length === 0
      ? []
      : [
          `- Readings: ${Object.entries(readingWords)
            .map(([reading, said]) => `\`${reading}\` (${said})`)
            .join(', ')}`,
        ]),
  ].join('\n');
}

function small(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function namesOf(measure: LibraryMeasure): string {
  return measure.fixedParts.length === 0
    ? ''
    : `: ${measure.fixedParts.map((part) => partWords(measure, part)).join('; ')}`;
}
