import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { definitions } from '../../src/assess/policy/definition.js';
import { day } from '../../src/facts/days.js';
import { codes, editionOn, limits, provisionWords } from '../../src/law/in-force.js';
import { type Edition, editions, type Provision } from '../../src/law/words.js';

function provisions(edition: Edition): [string, Provision][] {
  return codes[edition].sections.flatMap((s) => Object.entries(s.provisions));
}

test('each edition has as many provisions as it has: 36, 72 of which 45 must and 27 should, and 72', () => {
  const strengths = (edition: Edition) => {
    const all = provisions(edition);
    const of = (strength: string) => all.filter(([, p]) => p.strength === strength).length;
    return { all: all.length, must: of('must'), should: of('should'), may: of('may') };
  };
  assert.deepEqual(strengths('2020'), { all: 36, must: 36, should: 0, may: 0 });
  assert.deepEqual(strengths('2022'), { all: 72, must: 45, should: 27, may: 0 });
  assert.deepEqual(strengths('2024'), { all: 72, must: 71, should: 0, may: 1 });
});

test('every provision stands in its own section, once, and says something', () => {
  for (const edition of editions) {
    for (const section of codes[edition].sections)
      for (const [number, p] of Object.entries(section.provisions)) {
        assert.equal(Number(number.split('.')[0]), section.number);
        assert.match(p.duty, /^[A-Z].*\.$/s, `${edition} ${number}`);
        if (p.judgedBy !== 'clock') assert.match(p.evidence, /^[A-Z].*\.$/s, `${edition} ${number}`);
        if (p.judgedBy === 'cases') assert.ok(p.shownBy.length > 0, `${edition} ${number}`);
        assert.equal(provisionWords(edition, number), p.duty);
      }
    assert.equal(new Set(provisions(edition).map(([n]) => n)).size, provisions(edition).length);
  }
  assert.equal(provisionWords('2024', '6.21'), null);
});

for (const edition of editions) {
  const list = new URL(`../../../../shared/codes/${edition}.json`, import.meta.url);
  test(`the Code of ${edition} has the provisions of the checked list, as strong, judged by the same`, {
    skip: existsSync(list) ? false : 'the checked list is not on this machine',
  }, () => {
    const data = JSON.parse(readFileSync(list, 'utf8'));
    const rows: { provision?: string; number?: string; strength?: string; evidenceFrom: string }[] =
      data.provisions ?? data.questions;
    assert.deepEqual(
      provisions(edition).map(([n]) => n),
      rows.map((r) => r.provision ?? r.number),
    );
    for (const [i, [number, p]] of provisions(edition).entries()) {
      assert.equal(p.strength, rows[i]?.strength ?? 'must', number);
      assert.equal(p.judgedBy === 'person' ? 'person' : 'case data', rows[i]?.evidenceFrom, number);
    }
    assert.equal(codes[edition].from, data.inForceFrom);
    assert.equal(codes[edition].until, data.inForceUntil);
  });
}

test('the limits that are counted are these, and no others', () => {
  const said = editions.flatMap((e) =>
    limits[e].map(
      (l) =>
        `${e} ${l.provision} stage ${l.stage} ${l.duty}: ${l.from.event} + ${l.workingDays} (+${l.longestExtension ?? 0})`,
    ),
  );
  assert.deepEqual(said, [
    '2020 4.3 stage 1 acknowledgement: Received + 5 (+0)',
    '2020 4.7 stage 1 response: Received + 10 (+10)',
    '2020 4.7 stage 2 response: EscalationRequested + 20 (+10)',
    '2022 4.1 stage 1 acknowledgement: Received + 5 (+0)',
    '2022 5.1 stage 1 response: Acknowledged + 10 (+10)',
    '2022 5.13 stage 2 response: EscalationRequested + 20 (+10)',
    '2024 6.2 stage 1 acknowledgement: Received + 5 (+0)',
    '2024 6.3 stage 1 response: Acknowledged + 10 (+10)',
    '2024 6.11 stage 2 acknowledgement: EscalationRequested + 5 (+0)',
    '2024 6.14 stage 2 response: Acknowledged + 20 (+20)',
  ]);
});

test('the edition is the one in force on the day of receipt, and none before 7 July 2020', () => {
  const on = (text: string) => editionOn(day(text));
  assert.equal(on('2020-07-06'), null);
  assert.equal(on('2020-07-07'), '2020');
  assert.equal(on('2022-03-31'), '2020');
  assert.equal(on('2022-04-01'), '2022');
  assert.equal(on('2024-03-31'), '2022');
  assert.equal(on('2024-04-01'), '2024');
});

const official = new URL('../../../../shared/seeds/', import.meta.url);

test('the product says what the Code asks in its own words: no eight words in a row are the Ombudsman’s', {
  skip: existsSync(official) ? false : 'no official wording is on this machine',
}, () => {
  const eights = (text: string): string[] => {
    const words =
      text
        .toLowerCase()
        .replaceAll('’', "'")
        .match(/[a-z0-9']+/g) ?? [];
    return words.slice(7).map((_, i) => words.slice(i, i + 8).join(' '));
  };
  // A landlord's self-assessment of 2022, which repeats the wording of each provision.
  const form = readdirSync(official).find((name) => name.startsWith('003_')) ?? '';
  const theirs = new Set(eights(readFileSync(new URL(form, official), 'utf8')));
  assert.ok(theirs.size > 1_000);
  // Save the one sentence that the Codes order landlords to use word for word (1.2).
  for (const definition of Object.values(definitions))
    for (const written of [definition, `'${definition}'`]) for (const eight of eights(written)) theirs.delete(eight);
  const ours = new URL('../../../src/', import.meta.url);
  for (const file of readdirSync(ours, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name)))
    for (const eight of eights(readFileSync(new URL(file, ours), 'utf8')))
      assert.ok(!theirs.has(eight), `${file}: ${eight}`);
});
