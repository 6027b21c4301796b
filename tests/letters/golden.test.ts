/**
 * Every letter in every edition as plain text, held against a copy that a person has read. After a change on purpose:
 * `GOLDEN=write node --test dist/tests/letters/golden.test.js`, then read what changed in tests/letters/golden.
 */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { editions } from '../../src/law/words.js';
import { compose } from '../../src/letters/compose.js';
import { missing } from '../../src/letters/must-say.js';
import { plainText } from '../../src/letters/plain-text.js';
import { readability } from '../../src/letters/readability.js';
import { input, matters } from './sample.js';

const folder = new URL('../../../tests/letters/golden/', import.meta.url);

for (const edition of editions) {
  for (const { matter, steps, today } of matters(edition)) {
    const about = input(matter, steps, edition, { today });
    const letter = compose(about);

    test(`the ${matter.kind} letter of ${edition} reads as it was read before`, () => {
      const text = plainText(letter);
      const file = new URL(`${edition}-${matter.kind}.txt`, folder);
      if (process.env.GOLDEN === 'write') {
        mkdirSync(folder, { recursive: true });
        writeFileSync(file, text);
      }
      assert.ok(existsSync(file), `${file.pathname} is not there`);
      assert.equal(text, readFileSync(file, 'utf8'));
    });

    test(`the ${matter.kind} letter of ${edition} lacks nothing`, () => {
      assert.equal(about.case.edition, edition);
      assert.deepEqual(
        missing(letter, about).map((m) => m.words),
        [],
      );
    });

    test(`most people of 12 can read the ${matter.kind} letter of ${edition}`, () => {
      const { readingAge, longSentences } = readability(letter);
      assert.ok(readingAge !== null && readingAge <= 12, `reading age ${readingAge}`);
      assert.deepEqual(longSentences, []);
    });
  }
}
