/** A complaints policy held against the Code: what it wants is found in its place or missing; what must not be there is found. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { changedSince, checkPolicy } from '../../src/assess/policy/check.js';
import { definitions, differencesOf } from '../../src/assess/policy/definition.js';
import { isOpen, type PolicyChecked, type Verdict } from '../../src/assess/policy/findings.js';
import { unwantedRules } from '../../src/assess/policy/unwanted.js';
import { wantedRules } from '../../src/assess/policy/wanted.js';
import { fromText } from '../../src/assess/read/from-text.js';
import { provisionOf } from '../../src/law/in-force.js';
import { type Edition, editions } from '../../src/law/words.js';
import { cpuTime } from '../support/cpu-time.js';
import { badPolicy, goodPolicy, olderPolicy } from './policies.js';

function check(text: string, edition: Edition = '2024'): PolicyChecked {
  return checkPolicy(fromText(text), edition);
}

function verdicts(checked: PolicyChecked): Record<string, Verdict> {
  return Object.fromEntries(checked.findings.map(({ rule, verdict }) => [rule, verdict]));
}

test('a good policy has everything that the Code wants, and nothing that it does not', () => {
  const { findings } = check(goodPolicy);
  assert.deepEqual(
    findings.filter(isOpen).map(({ rule, because }) => `${rule}: ${because.join(' ')}`),
    [],
  );
  for (const finding of findings)
    if (finding.kind === 'wanted') assert.ok(finding.excerpts.length > 0, `${finding.rule} shows where it stands`);
});

test('a bad policy: each fault is named with its provision and the landlord’s own words', () => {
  const checked = check(badPolicy);
  const found = verdicts(checked);
  for (const rule of [
    'stage-zero',
    'informal',
    'third-stage',
    'reason-for-stage-2',
    'designated-person',
    'eight-weeks',
    'ombudsman-only-at-end',
    'shorter-than-12-months',
    'in-writing-only',
  ])
    assert.equal(found[rule], 'there', rule);
  for (const rule of ['blanket-exclusion', 'window-for-stage-2']) assert.equal(found[rule], 'look', rule);
  for (const rule of ['definition', 'time-1-acknowledge', 'time-1-respond', 'time-2-respond'])
    assert.equal(found[rule], 'partly', rule);
  for (const rule of [
    'twelve-months',
    'adjustments',
    'ombudsman-any-time',
    'time-2-acknowledge',
    'no-reason-for-stage-2',
    'self-assessment',
  ])
    assert.equal(found[rule], 'missing', rule);
  const zero = checked.findings.find(({ rule }) => rule === 'stage-zero');
  assert.deepEqual(zero?.provisions, ['5.2']);
  assert.match(zero?.excerpts[0]?.quote ?? '', /Stage 0/);
  const answer = checked.findings.find(({ rule }) => rule === 'time-1-respond');
  assert.match(answer?.because.join(' ') ?? '', /says 20 working days; the edition allows 10/);
  assert.equal(answer?.excerpts[0]?.heading, 'Stage 1');
});

test('the definition is held word by word, and the older Codes’ is known for what it is', () => {
  const bad = check(badPolicy).findings.find(({ rule }) => rule === 'definition');
  assert.match(bad?.because.join(' ') ?? '', /leaves out “however made,”.*adds “Riverside Homes,”/);
  const older = check(olderPolicy).findings.find(({ rule }) => rule === 'definition');
  assert.equal(older?.verdict, 'partly');
  assert.match(older?.because.join(' ') ?? '', /definition of the Codes of 2020 and 2022/);
  assert.equal(check(olderPolicy, '2022').findings.find(({ rule }) => rule === 'definition')?.verdict, 'found');
  // Quotation marks, capitals and commas are the printer's.
  const printed = `A complaint is “${definitions['2024'].toUpperCase().replaceAll(',', '')}”.`;
  assert.equal(check(printed).findings.find(({ rule }) => rule === 'definition')?.verdict, 'found');
});

test('what is left out and added tells both texts whole', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 }),
      fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 }),
      (one, two) => {
        const found = differencesOf(one.join(' '), two.join(' '));
        const without = (is: string) => found.filter((each) => each.is !== is).flatMap(({ words }) => words.split(' '));
        assert.deepEqual(without('added'), one);
        assert.deepEqual(without('left-out'), two);
      },
    ),
  );
});

test('a thing that is named only to say that it is gone is absent', () => {
  const found = verdicts(check(olderPolicy));
  for (const rule of ['stage-zero', 'third-stage', 'designated-person', 'eight-weeks', 'informal'])
    assert.equal(found[rule], 'absent', rule);
  assert.equal(
    verdicts(check('If we cannot put it right at stage 0, your complaint goes to stage 1.'))['stage-zero'],
    'there',
  );
  assert.equal(verdicts(check('Stage 0 was abolished in 2023.'))['stage-zero'], 'absent');
});

const faults: readonly (readonly [string, string])[] = [
  ['stage-zero', 'First your complaint is looked at in the early resolution stage.'],
  ['informal', 'We would like to settle your concerns informally: an informal complaint takes five days.'],
  ['third-stage', 'If you remain unhappy, stage 3 is a hearing.'],
  [
    'reason-for-stage-2',
    'To escalate to stage 2 you must set out your reasons why you remain dissatisfied with stage 1.',
  ],
  ['designated-person', 'You may ask a designated person to look at it.'],
  ['eight-weeks', 'After eight weeks you can take it to the Ombudsman.'],
  ['shorter-than-12-months', 'We do not look at matters that are more than six months old.'],
  ['in-writing-only', 'A complaint must be in writing.'],
];
for (const [rule, sentence] of faults)
  test(`a good policy with one bad sentence is faulted for that: ${rule}`, () => {
    const before = check(goodPolicy);
    const after = check(`${goodPolicy}\n10 More\n\n${sentence}\n`);
    assert.equal(verdicts(after)[rule], 'there');
    const changed = changedSince(before.findings, after.findings);
    assert.ok(changed.some((one) => one.rule === rule && !one.better));
    assert.ok(changedSince(after.findings, before.findings).some((one) => one.rule === rule && one.better));
  });

test('times: stricter is met, longer, weeks and days of no kind are not; both are shown when two stand', () => {
  const time = (text: string, rule = 'time-1-respond') => {
    const finding = check(text).findings.find((one) => one.rule === rule);
    return [finding?.verdict, finding?.because.join(' ')] as const;
  };
  assert.match(time('Stage 1\n\nWe respond within seven working days.')[1] ?? '', /stricter/);
  assert.equal(time('Stage 1\n\nWe respond within seven working days.')[0], 'found');
  assert.equal(time('Stage 1\n\nWe respond within 10 days.')[0], 'partly');
  assert.equal(time('Stage 1\n\nWe respond within four weeks.')[0], 'partly');
  assert.match(
    time('At stage 1 we respond within 10 working days. Our stage 1 response may take 15 working days.')[1] ?? '',
    /it must say one thing/,
  );
  assert.equal(time('You must ask for stage 2 within 10 working days of our stage 1 response.')[0], 'missing');
  assert.equal(
    time('Stage 2\n\nWe respond within 20 working days of the acknowledgement.', 'time-2-respond')[0],
    'found',
  );
  assert.equal(
    check('Stage 2\n\nAn extension is up to a further 20 working days.', '2022').findings.find(
      ({ rule }) => rule === 'time-2-extend',
    )?.verdict,
    'partly',
  );
});

test('the same policy gives the same answer; taking a paragraph away finds nothing new that is wanted', () => {
  assert.deepEqual(check(goodPolicy), check(goodPolicy));
  const paragraphs = goodPolicy.split('\n');
  fc.assert(
    fc.property(fc.subarray(paragraphs), (kept) => {
      const less = check(kept.join('\n'));
      for (const { verdict, rule } of less.findings) {
        if (rule.startsWith('time-')) continue;
        assert.ok(!(verdict === 'there'), `${rule} is not in it`);
      }
    }),
    { numRuns: 40, seed: 3 },
  );
});

test('any text is checked without a fault, and soon', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 500, unit: 'binary' }),
      fc.constantFrom(...editions),
      (text, edition) => void check(text, edition),
    ),
    { numRuns: 60, seed: 5 },
  );
  const begun = cpuTime();
  check('you must explain why stage 2 the complaint will be extended with reasons to the '.repeat(1_000));
  assert.ok(cpuTime() - begun < 5_000, `${cpuTime() - begun} ms`);
});

test('every rule names provisions that its edition has', () => {
  for (const { rule, provisions } of [...wantedRules, ...unwantedRules])
    for (const edition of editions)
      for (const provision of provisions[edition] ?? [])
        assert.ok(provisionOf(edition, provision), `${rule}: ${edition} ${provision}`);
});
