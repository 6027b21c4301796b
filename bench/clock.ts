/** 100,000 complaints through `putright clock`, one a line, under all three editions of the Code. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, type Day, day } from '../src/facts/days.js';
import { dataFolder } from './data.js';
import type { Figure } from './figures.js';
import { launcher } from './product.js';

const cases = 100_000;

export async function measure(): Promise<readonly Figure[]> {
  const file = factsOnce();
  const begun = performance.now();
  const child = spawn(process.execPath, [launcher, 'clock', '-', '--json'], { stdio: ['pipe', 'pipe', 'inherit'] });
  createReadStream(file).pipe(child.stdin);
  let lines = 0;
  child.stdout.on('data', (piece: Buffer) => {
    for (const byte of piece) if (byte === 10) lines += 1;
  });
  const [code] = await once(child, 'close');
  const seconds = (performance.now() - begun) / 1_000;
  if (code !== 0 || lines !== cases) throw new Error(`clock ended with ${code} after ${lines} answers`);
  return [{ what: '100,000 cases through `clock`', value: seconds, unit: 's', atMost: 10 }];
}

/** Answered and open ones, extended ones, some at stage 2, received from 2020 on. */
function factsOnce(): string {
  mkdirSync(dataFolder, { recursive: true });
  const file = join(dataFolder, 'facts.jsonl');
  if (existsSync(file)) return file;
  const first = day('2020-09-01');
  const lines = Array.from({ length: cases }, (_, i) => {
    const received = addDays(first, i % 2_000);
    const after = (days: number): Day => addDays(received, days);
    return JSON.stringify({
      received,
      acknowledged: after(1 + (i % 9)),
      ...(i % 5 === 0
        ? { extensions: [{ stage: 1, toldOn: after(10), newDate: after(30), reason: 'survey', goodReason: true }] }
        : {}),
      ...(i % 10 === 9 ? {} : { stage1Response: after(10 + (i % 20)) }),
      ...(i % 4 === 0 && i % 10 !== 9
        ? { escalationRequested: after(40), stage2Acknowledged: after(43), stage2Response: after(60 + (i % 10)) }
        : {}),
      today: '2026-11-20',
    });
  });
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}
