/** What is chance and what is news, and where a figure lies among others'. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { controlOf, leastValues, longRun, newsOfLast, smallNumbers } from '../../src/reports/control-limits.js';
import { changeInWords, fewCasesWarning, quarterOf, quartileInWords } from '../../src/reports/quartile.js';

const whole = fc.integer({ min: 0, max: 1000 });
const series = fc.array(whole, { minLength: leastValues, maxLength: 60 });
/** No value lies so close to a limit that rounding could take it over. */
const clear = (values: readonly number[]) => {
  const { limits } = controlOf(values);
  return (
    limits !== null &&
    values.every((value) => Math.abs(value - limits.upper) > 1e-6 && Math.abs(value - limits.lower) > 1e-6)
  );
};
const near = (a: number, b: number) =>
  assert.ok(Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b)), `${a} ${b}`);

test('the limits of a known series are those that anyone works out by hand', () => {
  // Mean 5, moves 2 each: 5 ± 2.66 × 2.
  const { limits, news } = controlOf([4, 6, 4, 6, 4, 6, 4, 6]);
  assert.ok(limits);
  near(limits.middle, 5);
  near(limits.lower, 5 - 5.32);
  near(limits.upper, 5 + 5.32);
  assert.deepEqual(news, []);
});

test('the mean lies in the middle of the limits, and both move with the values', () => {
  fc.assert(
    fc.property(series, fc.integer({ min: -500, max: 500 }), fc.integer({ min: 1, max: 9 }), (values, more, times) => {
      fc.pre(clear(values));
      const { limits, news } = controlOf(values);
      assert.ok(limits);
      near(limits.upper - limits.middle, limits.middle - limits.lower);
      const moved = controlOf(values.map((value) => value * times + more));
      assert.ok(moved.limits);
      near(moved.limits.middle, limits.middle * times + more);
      near(moved.limits.upper, limits.upper * times + more);
      assert.deepEqual(moved.news.length, news.length);
    }),
  );
});

test('a value outside the limits is always news, one inside only at the end of a long run', () => {
  fc.assert(
    fc.property(series, (values) => {
      const { limits, news } = controlOf(values);
      assert.ok(limits);
      values.forEach((value, at) => {
        const said = news.find((one) => one.at === at);
        if (value > limits.upper) assert.equal(said?.why, 'above');
        else if (value < limits.lower) assert.equal(said?.why, 'below');
        else if (said) {
          const run = values.slice(at - longRun + 1, at + 1);
          assert.equal(run.length, longRun);
          assert.ok(run.every((one) => (said.why === 'run-above' ? one > limits.middle : one < limits.middle)));
        }
      });
    }),
  );
});

test('what is always the same is never news; a step that stays is', () => {
  fc.assert(
    fc.property(whole, fc.integer({ min: leastValues, max: 40 }), (value, n) => {
      assert.deepEqual(controlOf(Array(n).fill(value)).news, []);
    }),
  );
  const step = [...Array(12).fill(10), ...Array(longRun).fill(20)];
  assert.ok(controlOf(step).news.some(({ at }) => at === step.length - 1));
});

test('turned round in time the limits stay, and turned upside down above becomes below', () => {
  fc.assert(
    fc.property(series, (values) => {
      fc.pre(clear(values));
      const there = controlOf(values).limits;
      const back = controlOf(values.toReversed()).limits;
      assert.ok(there && back);
      near(there.upper, back.upper);
      const down = controlOf(values.map((value) => -value));
      const swapped = { above: 'below', below: 'above', 'run-above': 'run-below', 'run-below': 'run-above' } as const;
      assert.deepEqual(
        down.news,
        controlOf(values).news.map(({ at, why }) => ({ at, why: swapped[why] })),
      );
    }),
  );
});

test('a count has no limit below nothing and a share none above the whole', () => {
  fc.assert(
    fc.property(series, (values) => {
      const { limits } = controlOf(values, { least: 0, most: 1000 });
      assert.ok(limits && limits.lower >= 0 && limits.upper <= 1000);
    }),
  );
});

test('months without a figure are passed over, and too few have no limits', () => {
  fc.assert(
    fc.property(series, fc.nat({ max: 60 }), (values, hole) => {
      const at = hole % (values.length + 1);
      const holed = [...values.slice(0, at), null, ...values.slice(at)];
      assert.deepEqual(controlOf(holed).limits, controlOf(values).limits);
    }),
  );
  fc.assert(
    fc.property(fc.array(whole, { maxLength: leastValues - 1 }), (values) => {
      assert.deepEqual(controlOf(values), { limits: null, news: [] });
    }),
  );
});

test('the last value is said in words', () => {
  const steady = [4, 6, 4, 6, 4, 6, 4, 6];
  assert.equal(newsOfLast(steady, controlOf(steady)), 'No more than chance');
  const leap = [...steady, 4, 6, 4, 60];
  assert.equal(newsOfLast(leap, controlOf(leap)), 'News: higher than by chance');
  assert.equal(newsOfLast([3], controlOf([3])), 'Too few months to tell chance from news');
  assert.equal(newsOfLast([null], controlOf([null])), 'None yet');
  assert.ok(smallNumbers([3, 4, 2]));
  assert.ok(!smallNumbers([30, 41, 2]));
});

test('a figure lies in exactly one quarter, and a higher one never in a lower quarter', () => {
  fc.assert(
    fc.property(fc.uniqueArray(whole, { minLength: 3, maxLength: 3 }), whole, whole, (lines, a, b) => {
      const [lower = 0, median = 0, upper = 0] = lines.toSorted((x, y) => x - y);
      const others = { lower, median, upper };
      const [low, high] = [quarterOf(Math.min(a, b), others), quarterOf(Math.max(a, b), others)];
      assert.ok(low !== null && high !== null && low <= high);
    }),
  );
});

test('good and bad change places with the direction that is better', () => {
  const others = { lower: 34, median: 42, upper: 58 };
  assert.equal(quartileInWords(60, others, 'higher'), 'In the best quarter');
  assert.equal(quartileInWords(60, others, 'lower'), 'In the worst quarter');
  assert.equal(quartileInWords(60, others, null), 'In the highest quarter');
  assert.equal(quartileInWords(40, others, 'lower'), 'Better than the median');
  assert.equal(quartileInWords(42, others, 'lower'), 'At the median');
  assert.equal(quartileInWords(40, { lower: null, median: 42, upper: null }, null), 'Lower than the median');
  assert.equal(quartileInWords(40, { lower: null, median: null, upper: null }, null), 'Nothing to compare with');
  assert.equal(quartileInWords(null, others, null), 'None of our own');
});

test('years are compared, and few cases are said to be few', () => {
  assert.equal(
    changeInWords(0.83, { name: '2023-24', value: 0.75, words: '75%' }, 'higher'),
    'Better than 2023-24 (75%)',
  );
  assert.equal(changeInWords(7, { name: '2023-24', value: 9, words: '9' }, null), 'Lower than 2023-24 (9)');
  assert.equal(changeInWords(9, { name: '2023-24', value: 9, words: '9' }, 'lower'), 'As in 2023-24 (9)');
  assert.equal(
    changeInWords(0.1742, { name: '2023-24', value: 0.1739, words: '17%' }, 'lower', '17%'),
    'As in 2023-24 (17%)',
  );
  assert.equal(changeInWords(null, { name: '2023-24', value: 9, words: '9' }, 'lower'), null);
  assert.match(fewCasesWarning(7) ?? '', /^Only 7 cases: .* 14 percentage points/);
  assert.equal(fewCasesWarning(30), null);
});
