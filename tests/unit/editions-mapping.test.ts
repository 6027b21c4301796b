/** Every provision of every edition is led to the next, named as gone, or named as new; and nothing is led to what is not. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { lgsco } from '../../src/law/lgsco.js';
import { from2024toLgsco } from '../../src/law/mapping/from-2024-to-lgsco.js';
import { editionsInMarkdown } from '../../src/law/mapping/in-markdown.js';
import { mappings, newIn, pairsBetween, provisionNumbers, takesUp } from '../../src/law/mapping/mapping.js';
import type { Mapping } from '../../src/law/mapping/words.js';

function assertWhole(mapping: Mapping, earlier: readonly string[], later: readonly string[]): void {
  const from = new Set(mapping.pairs.map((pair) => pair.earlier));
  const to = new Set(mapping.pairs.map((pair) => pair.later));
  const gone = mapping.gone.map(({ provision }) => provision);
  const arrived = mapping.arrived.map(({ provision }) => provision);
  assert.deepEqual([...from, ...gone].toSorted(), [...earlier].toSorted(), 'each earlier one is led on or gone, once');
  assert.deepEqual([...to, ...arrived].toSorted(), [...later].toSorted(), 'each later one is led from or new, once');
  const keys = mapping.pairs.map((pair) => `${pair.earlier} ${pair.later}`);
  assert.equal(new Set(keys).size, keys.length, 'no pair stands twice');
  for (const { changed } of mapping.pairs) assert.match(changed, /^[A-Z0-9].*\.$/);
  for (const { words } of [...mapping.arrived, ...mapping.gone]) assert.match(words, /^[A-Z].*\.$/);
}

test('all 36 questions of 2020 and all 72 rows of 2022 are led to each other, gone or new', () => {
  assertWhole(mappings['2020'].mapping, provisionNumbers('2020'), provisionNumbers('2022'));
});

test('all 72 of 2022 and all 72 of 2024 are led to each other, gone or new', () => {
  assertWhole(mappings['2022'].mapping, provisionNumbers('2022'), provisionNumbers('2024'));
});

test('all 72 of the landlords’ Code and the whole of the councils’ are led to each other, gone or new', () => {
  const councils = lgsco.sections.flatMap((section) => Object.keys(section.provisions));
  assertWhole(from2024toLgsco, provisionNumbers('2024'), councils);
});

test('what changed is what changed: twelve months are new, the agreement to an extension is not needed, third stages are gone', () => {
  const fresh = newIn('2024', '2022');
  const isNew = fresh.filter((one) => one.is === 'new').map((one) => one.provision);
  assert.deepEqual(isNew, [
    '2.3',
    '2.5',
    '3.3',
    '5.1',
    '5.4',
    '5.5',
    '5.7',
    '5.13',
    '6.12',
    '6.20',
    '8.4',
    '8.5',
    '9.2',
  ]);
  assert.ok(fresh.some((one) => one.provision === '9.5' && one.is === 'stricter'));
  assert.ok(!fresh.some((one) => one.provision === '6.13'), 'a different person at stage 2 was asked before');
  const extended = pairsBetween('2022', '2024').filter((pair) => pair.earlier === '5.14');
  assert.deepEqual(
    extended.map((pair) => [pair.later, pair.is]),
    [['6.15', 'eased']],
  );
  assert.deepEqual(newIn('2022', '2024'), []);
  assert.deepEqual(newIn('2024', '2024'), []);
});

test('answers are led over from any earlier edition, and within one each takes up itself', () => {
  assert.deepEqual(takesUp('2024', '2024')('6.2'), ['6.2']);
  assert.deepEqual(takesUp('2022', '2024')('6.3'), ['5.1']);
  assert.deepEqual(takesUp('2022', '2024')('2.3'), []);
  assert.deepEqual(takesUp('2020', '2024')('1.2'), ['1.1']);
  assert.deepEqual(takesUp('2020', '2024')('6.3'), ['4.7', '4.8', '4.9']);
  assert.ok(newIn('2024', '2020').length > newIn('2024', '2022').length);
  for (const one of newIn('2024', '2020')) assert.notEqual(one.words, '', one.provision);
});

test('docs/editions.md is what the mapping says now; npm run the-code makes it again', () => {
  const page = new URL('../../../docs/editions.md', import.meta.url);
  assert.equal(readFileSync(page, 'utf8'), editionsInMarkdown());
});
