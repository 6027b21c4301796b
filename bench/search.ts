/** Search by what people type: a common word, two words, a name, a postcode, a reference that is nobody's. */
import { must } from './client.js';
import { repeat, type Times } from './figures.js';
import type { Measured } from './measured.js';

const names = ['Amina Khan', 'Grace Okafor', 'Jack Smith', 'Priya Patel', 'Rosa Walker', 'Yusuf Hussain'];

export async function measure({ processorMs, client }: Measured): Promise<readonly Times[]> {
  const search = (what: string, typed: (i: number) => string, times = 100) =>
    repeat(what, { times, before: 10, processorMs }, async (i) => {
      return must(await client.post('/search', { text: typed(i) }), 200, 'found').ms;
    });
  const common = ['boiler', 'contractor', 'kitchen', 'heating', 'neighbour', 'window'];
  return [
    await search('search by a common word', (i) => common[i % common.length] ?? '', 200),
    await search('search by two words', () => 'boiler mould'),
    await search('search by a name', (i) => names[i % names.length] ?? ''),
    await search('search by a street', (i) => `${(i % 200) + 1} Orchard`),
    await search('search for what is not there', (i) => `xylophone ${i}`),
  ];
}
