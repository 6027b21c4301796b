/** The editions held against each other, written out for a policy officer: docs/editions.md is made of this. */
import { codes } from '../in-force.js';
import type { Edition } from '../words.js';
import { from2024toLgsco } from './from-2024-to-lgsco.js';
import { dutyOf, mappings, provisionNumbers } from './mapping.js';
import { type Mapping, relationWords } from './words.js';

const introduction = `# From one edition to the next

This page is made from the product's own data (\`src/law/mapping\`): by it last year's answers are led over to a new edition,
and what is new is listed for a landlord to say how it will be met. The sentences are our own; the official texts are linked in
[the Code, as Putright knows it](the-code.md). \`npm run the-code\` makes it again.

- **Asks the same**: an answer can be taken up as it is, when it still holds.
- **Asks more**, **Asks less**: the answer is a start; look at what changed.
- **Taken up in part**: the later provision asks for it among other things.
- **New**, **Gone**: nothing of the one edition answers the other.

Some rows are new to the form alone: what they ask was good practice, or stood in the text of the Code, and nobody had to answer
for it row by row.`;

function table(mapping: Mapping, earlier: readonly string[], duty: (provision: string) => string): string {
  const by = Map.groupBy(mapping.pairs, (pair) => pair.earlier);
  const gone = new Map(mapping.gone.map(({ provision, words }) => [provision, words]));
  const rows = earlier.flatMap((provision) => {
    const ended = gone.get(provision);
    if (ended !== undefined) return [`| ${provision} | ${duty(provision)} | | ${relationWords.gone} | ${ended} |`];
    return (by.get(provision) ?? []).map(
      (pair) => `| ${provision} | ${duty(provision)} | ${pair.later} | ${relationWords[pair.is]} | ${pair.changed} |`,
    );
  });
  return ['| Was | What it asked | Is now | | What changed |', '|---|---|---|---|---|', ...rows].join('\n');
}

function arrivals(mapping: Mapping, duty: (provision: string) => string): string {
  return [
    '| Provision | What it asks | What is new |',
    '|---|---|---|',
    ...mapping.arrived.map(({ provision, words }) => `| ${provision} | ${duty(provision)} | ${words} |`),
  ].join('\n');
}

function between(from: Edition, to: Edition, mapping: Mapping): readonly string[] {
  return [
    `## From ${codes[from].title.slice(-4)} to ${codes[to].title.slice(-4)}`,
    table(mapping, provisionNumbers(from), (provision) => dutyOf(from, provision)),
    `### New in ${codes[to].title.slice(-4)}`,
    arrivals(mapping, (provision) => dutyOf(to, provision)),
  ];
}

/** The whole page. */
export function editionsInMarkdown(): string {
  return `${[
    introduction,
    ...between('2022', '2024', mappings['2022'].mapping),
    ...between('2020', '2022', mappings['2020'].mapping),
    "## From the landlords' Code of 2024 to the councils'",
    table(from2024toLgsco, provisionNumbers('2024'), (provision) => dutyOf('2024', provision)),
  ].join('\n\n')}\n`;
}
