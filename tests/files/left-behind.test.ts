/** What a killed process left of papers is gone after a day; what is at work, and what is not ours, stays. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { takeAwayLeftBehind } from '../../src/post/left-behind.js';

test('folders of papers and mail that nothing was put into for a day are taken away, and nothing else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'putright-left-test-'));
  try {
    const now = new Date('2026-03-02T12:00:00Z');
    const hours = (n: number) => new Date(now.getTime() - n * 3_600_000);
    for (const [name, at] of [
      ['putright-papers-a1', hours(25)],
      ['putright-mail-b2', hours(30)],
      ['putright-papers-c3', hours(2)],
      ['putright-tests-0', hours(90)],
      ['papers', hours(90)],
    ] as const) {
      await mkdir(join(folder, name));
      await writeFile(join(folder, name, 'task.json'), '{}');
      await utimes(join(folder, name), at, at);
    }
    assert.equal(await takeAwayLeftBehind(folder, now), 2);
    assert.deepEqual((await readdir(folder)).sort(), ['papers', 'putright-papers-c3', 'putright-tests-0']);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
