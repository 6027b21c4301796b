/** Promises across every case: the late ones, those of contractors, and a later page of them. */
import { must } from './client.js';
import { repeat, type Times } from './figures.js';
import type { Measured } from './measured.js';

export async function measure({ processorMs, client }: Measured): Promise<readonly Times[]> {
  const list = (what: string, path: string, times = 150) =>
    repeat(what, { times, processorMs }, async () => must(await client.get(path), 200, 'Promises').ms);
  return [
    await list('list of 25 late promises', '/promises', 300),
    await list('list of 25 promises that are done', '/promises?state=done'),
    await list('list of 25 late promises of contractors', '/promises?of=contractors'),
  ];
}
