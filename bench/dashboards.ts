/** The dashboards, as a manager, the board and an officer open them: every figure and chart counted when it is asked. */
import { must } from './client.js';
import { repeat, type Times } from './figures.js';
import type { Measured } from './measured.js';

export async function measure({ processorMs, client, manager }: Measured): Promise<readonly Times[]> {
  const asked = (what: string, who: typeof client, path: string) =>
    repeat(what, { times: 60, processorMs }, async () => must(await who.get(path), 200, 'app-chart').ms);
  return [
    await asked('a manager’s dashboard', manager, '/figures/manager'),
    await asked('an officer’s dashboard', client, '/figures/officer'),
    await asked('the board’s dashboard', manager, '/figures/board'),
  ];
}
