import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { provisionsNamed } from '../../src/complaint/provisions.js';
import { codes } from '../../src/law/in-force.js';
import { editions } from '../../src/law/words.js';

test('every provision that a refusal may name stands in that edition of the Code', () => {
  for (const edition of editions) {
    const known = new Set(codes[edition].sections.flatMap((s) => Object.keys(s.provisions)));
    for (const number of provisionsNamed(edition)) assert.ok(known.has(number), `${edition} ${number}`);
  }
});

const folder = new URL('../../../src/complaint/may/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));

test('no decision writes a provision’s number itself: it names the one of the case’s own Code', () => {
  for (const name of [...files.map((file) => `may/${file}`), 'answer-complete.ts', 'objections.ts', 'letter-out.ts']) {
    const source = readFileSync(new URL(`../../../src/complaint/${name}`, import.meta.url), 'utf8');
    const code = source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/\/\/.*$/gm, '');
    assert.doesNotMatch(code, /\b\d\.\d{1,2}\b/, name);
  }
});

test('each act has one file with one decision, named after it, that says what it rests on', () => {
  assert.ok(files.length > 60);
  for (const name of files) {
    const source = readFileSync(new URL(name, folder), 'utf8');
    const camel = name.replace('.ts', '').replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    const decisions = [...source.matchAll(/^export function (may[A-Z]\w*)/gm)].map((m) => m[1]);
    assert.deepEqual(decisions, [`may${camel}`], name);
    assert.match(source, /\*\/\nexport function may/, `${name} has no docstring`);
  }
});

test('the words of refusals and warnings are the house’s own: no jargon', () => {
  for (const name of files) {
    const source = readFileSync(new URL(name, folder), 'utf8');
    assert.doesNotMatch(
      source,
      /\b(SLA|RAG|ticket|customer|informal complaint|stage 0|stage 3|tenant's case)\b/i,
      name,
    );
  }
});
