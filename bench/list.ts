/** The queue: 25 cases by their next date, and the same list asked in other ways. */
import { must } from './client.js';
import { repeat, type Times } from './figures.js';
import type { Measured } from './measured.js';

export async function measure({ processorMs, client }: Measured): Promise<readonly Times[]> {
  const list = (what: string, path: string, times = 150) =>
    repeat(what, { times, processorMs }, async () => must(await client.get(path), 200, '</table>').ms);
  return [
    await list('list of 25 by next date', '/cases', 300),
    await list('list of 25, one person’s', '/cases?handler=me'),
    await list('list of 25 of all cases by receipt', '/cases?show=all&sort=received'),
    await list('an officer’s first page', '/'),
  ];
}
