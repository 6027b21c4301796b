import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { measuresInMarkdown } from '../../src/reports/measures/in-markdown.js';
import { library, measureOf, measuresFor } from '../../src/reports/measures/library.js';
import { financialYear } from '../../src/reports/period.js';
import { countings } from '../../src/store/measures/countings.js';

test('every measure is counted, or comes from a survey or from what people say of themselves; and nothing else is counted', () => {
  const counted = new Set(countings.map(({ id }) => id));
  const elsewhere = library.filter(({ id, origin }) => origin === 'survey' || id.startsWith('equality.'));
  const written = new Set(library.map(({ id }) => id));
  assert.deepEqual(
    [...written].filter((id) => !counted.has(id)),
    [...new Set(elsewhere.map(({ id }) => id))],
  );
  assert.deepEqual(
    [...counted].filter((id) => !written.has(id)),
    [],
  );
});

test('a measure has one definition in any year', () => {
  for (let year = 2018; year <= 2030; year += 1) {
    const ids = measuresFor(financialYear(year)).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length, String(year));
  }
});

test('CH02 is defined by the Code of the year', () => {
  const of = (year: number) => measureOf('ch02.1', financialYear(year))?.source ?? null;
  assert.equal(of(2022), null);
  assert.match(of(2023) ?? '', /2022 Code/);
  assert.match(of(2024) ?? '', /2024 Code/);
});

test('each measure says who is counted, by which day, over what', () => {
  for (const { id, words, definition, numerator, unit, denominator } of library) {
    assert.ok(words.length > 3 && definition.length > 40 && definition.endsWith('.'), id);
    assert.ok(numerator.length > 3, id);
    assert.equal(denominator !== null, unit === 'proportion' || unit === 'per-1,000-homes', id);
    assert.doesNotMatch(`${words} ${definition}`, /\b(SLA|RAG|customer|informal)\b/);
  }
});

test('docs/measures.md is what the library says now; npm run the-code makes it again', () => {
  assert.equal(readFileSync(new URL('../../../docs/measures.md', import.meta.url), 'utf8'), measuresInMarkdown());
});
