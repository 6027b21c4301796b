/** `npm run bench`: measures the product. For those who build it, so it is called and not listed; it runs in a process of its own. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { root } from '../store/config.js';
import { Stop } from '../store/stop.js';
import type { Command } from './command.js';

export const bench: Command = {
  summary: 'measures the product on landlords of 1,000 to 100,000 cases',
  help: `
npm run bench -- [--fresh] [--only WORD] [--sizes N,N]

Measures the product on landlords of 1,000, 10,000 and 100,000 cases; bench/README.md says what and how.

  --fresh      makes the landlords again
  --only WORD  only what is measured in files with this word in their name
  --sizes N,N  only landlords of these sizes
`,
  async run(args) {
    const runner = fileURLToPath(new URL('../../bench/run.js', import.meta.url));
    if (!existsSync(runner)) throw new Stop('The measuring is not part of this installation.');
    const child = spawn(process.execPath, [runner, ...args], { cwd: root, stdio: 'inherit' });
    const pass = (signal: NodeJS.Signals) => child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, pass);
    const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
    return code === 0 ? 0 : 1;
  },
};
