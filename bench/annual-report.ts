/** The annual report of a year with 7,000 complaints, from the command to the PDF on the disk. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { yearOf } from '../src/reports/period.js';
import { londonDay } from '../src/store/today.js';
import { copyOf, makeOnce } from './data.js';
import type { Figure } from './figures.js';
import { environmentOf, launcher } from './product.js';

/** Received over four years and more, so that a year has some 7,000 of them and there are others to leave out. */
const cases = 33_000;

export async function measure(): Promise<readonly Figure[]> {
  await makeOnce(cases, false, (line) => process.stdout.write(`${line}\n`));
  const folder = copyOf(cases);
  try {
    const begins = yearOf(londonDay(new Date())) - 1;
    const year = `${begins}-${String((begins + 1) % 100).padStart(2, '0')}`;
    const told = await command(folder, ['measures', '--year', year, '--json']);
    const stage1 = (JSON.parse(told) as { measures: { id: string; group?: string | null; value: number }[] }).measures;
    const complaints = stage1.find((m) => m.id === 'stage1.count' && (m.group ?? null) === null)?.value ?? 0;
    const taken: number[] = [];
    for (let i = 0; i < 3; i++) {
      const out = join(folder, `report-${i}.pdf`);
      const begun = performance.now();
      await command(folder, ['report', 'annual', '--year', year, '--out', out]);
      taken.push((performance.now() - begun) / 1_000);
      if (statSync(out).size < 50_000) throw new Error('the report is too small to be one');
    }
    const middle = taken.sort((a, b) => a - b)[1] ?? Number.NaN;
    return [
      { what: 'complaints in the year of the annual report', value: complaints, unit: 'complaints', atLeast: 7_000 },
      { what: 'annual report of that year to PDF, the whole command', value: middle, unit: 's', atMost: 5 },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function command(folder: string, args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [launcher, ...args], {
    env: environmentOf(folder, 8_099),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const pieces: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`);
  return Buffer.concat(pieces).toString();
}
