/** The page of a case, each time another one: of 20 events, and of 200. */
import { must } from './client.js';
import { repeat, type Times } from './figures.js';
import type { Measured } from './measured.js';

export async function measure({ processorMs, client, references, long }: Measured): Promise<readonly Times[]> {
  const page = (what: string, from: readonly string[], times: number, tab = '') =>
    repeat(what, { times, processorMs }, async (i) => {
      const reference = from[i % from.length] ?? '';
      return must(await client.get(`/cases/${reference}${tab}`), 200, reference).ms;
    });
  return [
    await page('case of 20 events', references, 300),
    await page('case of 20 events, its clock tab', references, 100, '/clock'),
    await page('case of 200 events', long, 150),
    await page('case of 200 events, its history tab', long, 60, '/history'),
  ];
}
