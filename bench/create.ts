/** A contact logged by its form, until the page of the new case has arrived. */
import { must } from './client.js';
import { contact } from './contact.js';
import { repeat, type Times } from './figures.js';
import type { Measured } from './measured.js';

export async function measure({ processorMs, client }: Measured): Promise<readonly Times[]> {
  return [
    await repeat('creation with its page', { times: 200, processorMs }, async (i) => {
      const logged = must(await client.postWithFiles('/log', contact(i)), 303);
      const shown = must(await client.get(logged.to ?? ''), 200, 'What the resident told us');
      return logged.ms + shown.ms;
    }),
  ];
}
