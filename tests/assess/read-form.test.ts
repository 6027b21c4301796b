/** Forms in every state of repair: what is there is read, and what is lost is never a yes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayNamed } from '../../src/assess/read/actions.js';
import { readAnswer, readTwoColumns } from '../../src/assess/read/answer.js';
import { fromText } from '../../src/assess/read/from-text.js';
import { readForm } from '../../src/assess/read/read-form.js';
import { codes } from '../../src/law/in-force.js';
import { editions } from '../../src/law/words.js';

test('an answer is what plainly stands there', () => {
  const expected: readonly [string, string][] = [
    ['Yes', 'yes'],
    ['YES.', 'yes'],
    ['√', 'yes'],
    ['☒ Yes ☐ No', 'yes'],
    ['Compliant', 'yes'],
    ['No', 'no'],
    ['No – from April', 'no'],
    ['Not yet', 'no'],
    ['Non-compliant', 'no'],
    ['Not met', 'no'],
    ['Partially- complaint', 'partly'],
    ['Partial', 'partly'],
    ['N/A', 'na'],
    ['', 'unknown'],
    ['-', 'unknown'],
    ['Yes / No', 'unknown'],
    ['Yes and no', 'unknown'],
    ['☐ Yes ☐ No', 'unknown'],
    ['☒ Yes ☒ No', 'unknown'],
    ['x', 'unknown'],
    ['I TAC', 'text'],
    ['95.2%', 'text'],
    ['Yesterday', 'text'],
  ];
  for (const [cell, answer] of expected) assert.equal(readAnswer(cell).answer, answer, cell);
  assert.equal(readTwoColumns('', 'X – no third stage').answer, 'no');
  assert.equal(readTwoColumns('√', '√').answer, 'unknown');
  assert.equal(readTwoColumns('', '').answer, 'unknown');
  assert.equal(readTwoColumns('One', 'Upheld at stage 1').answer, 'text');
});

test('a day is only what is named in full', () => {
  assert.equal(dayNamed('June 1 2021'), '2021-06-01');
  assert.equal(dayNamed('by 31st March 2025'), '2025-03-31');
  assert.equal(dayNamed('30/09/2024'), '2024-09-30');
  for (const text of ['December 2021 (tbc)', 'TBC', '31 June 2024', 'Sept 30 2021 (tbc)', 'Next meeting (July 2021)'])
    assert.equal(dayNamed(text), null, text);
});

const head = 'Code provision\tCode requirement\tComply: Yes/No\tEvidence\tCommentary';

test('partly is an answer of 2022; under 2024 it stays not met, and a person is told', () => {
  const row =
    '6.3\tA full answer is given within ten working days of the acknowledgement\tPartially\tFigures\tBacklog in repairs';
  const old = readForm(fromText(`${head}\n${row.replace('6.3', '5.1')}`), '2022', null);
  assert.equal(old.rows[0]?.answer, 'partly');
  const now = readForm(fromText(`${head}\n${row}`), '2024', null);
  assert.equal(now.rows[0]?.answer, 'no');
  assert.ok(now.rows[0]?.needsPerson);
  assert.equal(now.rows[0]?.said, 'Partially');
});

test('a provision that stands twice with different answers is unknown', () => {
  const reading = readForm(
    fromText(`${head}\n2.3\tTwelve months\tYes\tPolicy\t\n2.3\tTwelve months\tNo\tPolicy\t`),
    '2024',
    null,
  );
  assert.equal(reading.rows[0]?.answer, 'unknown');
  assert.match(reading.rows[0]?.why.join(' ') ?? '', /different answers/);
});

test('a note that the document does not hold is named', () => {
  const reading = readForm(
    fromText('1\tDefinition\tYes\tNo\n1.3\tAre these exclusions fair?\tPlease see Note 4\t\n'),
    '2020',
    null,
  );
  assert.match(reading.rows[0]?.why.join(' ') ?? '', /note 4, which the document does not hold/);
});

test('a form is never met with a sum: “70 of 72 provisions” is held against its rows', () => {
  const reading = readForm(
    fromText(`We comply with 70 of the 72 provisions.\n${head}\n2.3\tTwelve months\tYes\tPolicy\t`),
    '2024',
    null,
  );
  assert.deepEqual(
    reading.disagreements.map(({ what, printed, computed }) => [what, printed, computed]),
    [['met', 70, 1]],
  );
});

test('a form without a column for numbers, with heads across its width, is read by the numbers in its words', () => {
  const text = `Code requirement\tComply\tEvidence
Section 6\t\t
6.2 Acknowledged, defined and logged within five working days\tYes\tMonthly figures
Stage 2\t\t
6.14: A final response within twenty working days of the acknowledgement\tNo\tTwo were late`;
  const reading = readForm(fromText(text), '2024', null);
  assert.deepEqual(
    reading.rows.map(({ provision, answer, evidence }) => [provision, answer, evidence]),
    [
      ['6.2', 'yes', 'Monthly figures'],
      ['6.14', 'no', 'Two were late'],
    ],
  );
  assert.deepEqual(reading.warnings, []);
});

/** A form as a landlord would have it, and what is done to it before it is read. */
const spoilt = fc.record({
  edition: fc.constantFrom(...editions),
  answers: fc.array(fc.constantFrom('Yes', 'No', '', 'I TAC', 'Yes / No', 'Partially', 'N/A', '—'), {
    minLength: 72,
    maxLength: 72,
  }),
  order: fc.array(fc.nat(), { minLength: 72, maxLength: 72 }),
  lostNumber: fc.array(fc.boolean(), { minLength: 72, maxLength: 72 }),
  lostCell: fc.array(fc.option(fc.integer({ min: 0, max: 3 }), { freq: 5 }), { minLength: 72, maxLength: 72 }),
  brokenOver: fc.array(fc.boolean(), { minLength: 72, maxLength: 72 }),
  headAgain: fc.array(fc.boolean(), { minLength: 72, maxLength: 72 }),
});

test('however rows are shuffled, broken and lost, a lost answer is never read as a yes', () => {
  fc.assert(
    fc.property(spoilt, ({ edition, answers, order, lostNumber, lostCell, brokenOver, headAgain }) => {
      const provisions = codes[edition].sections.flatMap((section) => Object.entries(section.provisions));
      const rows = provisions.map(([provision, { duty }], at) => ({
        provision,
        at,
        key: order[at] ?? 0,
        cells: [provision, duty, answers[at] ?? '', `What we do about number ${at}`, ''],
      }));
      rows.sort((a, b) => a.key - b.key);
      const lines = [head];
      const lostYes = new Set<string>();
      for (const { provision, at, cells } of rows) {
        if (headAgain[at] && at % 9 === 0) lines.push('', head);
        const cut = lostCell[at] ?? null;
        if (answers[at] !== 'Yes' || cut === 2) lostYes.add(provision);
        const left = cells.map((cell, n) => (n === 0 && lostNumber[at] && at % 3 === 0 ? '' : cell));
        // The cell is gone, and those after it move up.
        const there =
          cut === null || at % 2 !== 0
            ? left.map((cell, n) => (n === cut && n === 2 ? '' : cell))
            : left.filter((_, n) => n !== cut);
        if (brokenOver[at] && at % 4 === 0 && there.length === 5) {
          lines.push(there.join('\t'), `\tand so on\t\tcontinued from the page before\t`);
        } else lines.push(there.join('\t'));
      }
      const reading = readForm(fromText(lines.join('\n')), edition, null);
      const wrong = reading.rows.filter(({ provision, answer }) => answer === 'yes' && lostYes.has(provision));
      assert.deepEqual(
        wrong.map(({ provision, said, place }) => `${provision} ${said} ${place}`),
        [],
      );
    }),
    { numRuns: 60, seed: 20261122 },
  );
});

test('a row that lost its number among numbered ones is proposed by its words, and gives no yes', () => {
  const rows = Array.from({ length: 6 }, (_, at) => `6.${at + 2}\tSomething else that is asked\tYes\tFigures\t`);
  const text = [
    head,
    ...rows,
    '\tAccept complaints within 12 months of the issue occurring or of the resident becoming aware of it, unless otherwise excluded; consider discretion for later ones where there are good reasons\tYes\tPolicy\t',
  ];
  const reading = readForm(fromText(text.join('\n')), '2024', null);
  const row = reading.rows.find(({ provision }) => provision === '2.3');
  assert.equal(row?.answer, 'unknown');
  assert.equal(row?.said, 'Yes');
  assert.match(row?.why.join(' ') ?? '', /Its number is lost; its words are those of 2\.3/);
});

test('any text at all is read without a fault', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2000, unit: 'binary' }), fc.constantFrom(...editions), (text, edition) => {
      const reading = readForm(fromText(text), edition, null);
      assert.equal(reading.rows.filter(({ answer }) => answer === 'yes').length, 0);
    }),
    { numRuns: 100, seed: 7 },
  );
});
