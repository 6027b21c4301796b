/** Contacts logged by eight people at once, each durable on the disk before its answer: how many in a second. */
import { type Client, clientOf, must } from './client.js';
import { contact } from './contact.js';
import { type Figure, timesOf } from './figures.js';
import type { Measured } from './measured.js';

const people = 8;
const seconds = 8;

export async function measure({ product, session }: Measured): Promise<readonly Figure[]> {
  let logged = 0;
  let next = 1_000_000;
  const taken: number[] = [];
  const atWork = async (client: Client, until: number, counts: boolean) => {
    while (performance.now() < until) {
      const { ms } = must(await client.postWithFiles('/log', contact(next++)), 303);
      if (!counts) continue;
      logged += 1;
      taken.push(ms);
    }
  };
  const clients = Array.from({ length: people }, () => clientOf(product.url, session));
  const warm = performance.now() + 1_500;
  await Promise.all(clients.map((client) => atWork(client, warm, false)));
  const begun = performance.now();
  await Promise.all(clients.map((client) => atWork(client, begun + seconds * 1_000, true)));
  const took = (performance.now() - begun) / 1_000;
  for (const client of clients) client.close();
  return [
    {
      what: `contacts logged and durable, ${people} people at once`,
      value: logged / took,
      unit: 'a second',
      atLeast: 150,
    },
    { what: `p95 of one of them`, value: timesOf('', taken).p95, unit: 'ms' },
  ];
}
