import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { codesInMarkdown } from '../../src/law/in-markdown.js';

const page = new URL('../../../docs/the-code.md', import.meta.url);

test('docs/the-code.md is what the Codes in src/law say now; npm run the-code makes it again', () => {
  assert.equal(readFileSync(page, 'utf8'), codesInMarkdown());
});

test('every row of the page has as many cells as its table', () => {
  let columns = 0;
  for (const line of codesInMarkdown().split('\n')) {
    const cells = line.startsWith('|') ? line.split('|').length : 0;
    if (columns !== 0 && cells !== 0) assert.equal(cells, columns, line);
    columns = cells;
  }
});
