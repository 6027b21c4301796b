/** `putright test`: lint, types, then every test. The tests' own runner is a process of its own: the product never imports it. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../store/config.js';
import { Stop } from '../store/stop.js';
import type { Command } from './command.js';

export const test: Command = {
  summary: 'installs what is missing and runs every test',
  help: `
putright test [WORD…]

Lint, types, and every test: units, properties, stories, store, browser with axe. On PostgreSQL 18, which is built in;
then what speaks to the database, and the main job, again on PostgreSQL 15 if this machine has it. Ends with a line of figures.

  WORD  only test files whose path has this word in it (no lint, no types)
`,
  async run(args) {
    const runner = fileURLToPath(new URL('../../tests/support/run-all.js', import.meta.url));
    if (!existsSync(runner)) throw new Stop('The tests are not part of this installation.');
    // What a person has set for their own Putright is none of the tests' business.
    const { DATABASE_URL, DATABASE_OWNER_URL, DATABASE_JOBS_URL, SMTP_URL, PORT, HOST, PUTRIGHT_DATA, ...env } =
      process.env;
    const child = spawn(process.execPath, [runner, ...args], { cwd: join(root), env, stdio: 'inherit' });
    const pass = (signal: NodeJS.Signals) => child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, pass);
    const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
    return code === 0 ? 0 : 1;
  },
};
