/**
 * The self-assessment: every provision of a year with all that its cases show, one provision with its exceptions and a
 * sample, and how long the tables behind them take to be made again from the history, with all others.
 */
import { spawn } from 'node:child_process';
import { must } from './client.js';
import type { Made } from './data.js';
import type { Figure, Times } from './figures.js';
import { repeat } from './figures.js';
import type { Measured } from './measured.js';
import { environmentOf, launcher } from './product.js';

/** The tables have to stand again within this, at any size that is measured. */
const rebuiltWithin = 60;

export async function measure({ processorMs, client }: Measured): Promise<readonly Times[]> {
  const asked = (what: string, path: string, holds: string, times = 100) =>
    repeat(what, { times, processorMs }, async () => must(await client.get(path), 200, holds).ms);
  const all = '/self-assessment/evidence-of-cases';
  return [
    await asked('self-assessment with all live evidence', all, 'What the cases of'),
    await asked('one provision with its cases', `${all}/2024/6.3`, 'What the cases show', 60),
  ];
}

/** Before the product runs on that folder. */
export async function rebuilt(made: Made, folder: string): Promise<readonly Figure[]> {
  const begun = performance.now();
  const child = spawn(process.execPath, [launcher, 'rebuild', '--tables', '--json'], {
    env: environmentOf(folder, 8080),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (piece: Buffer) => {
    said += piece.toString();
  });
  await new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const { cases } = JSON.parse(said) as { cases: number };
  if (cases < made.cases) throw new Error(`only ${cases} cases were rebuilt`);
  const value = (performance.now() - begun) / 1_000;
  return [{ what: 'all tables made again from the history', value, unit: 's', atMost: rebuiltWithin }];
}
