import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { definitions } from '../../src/assess/policy/definition.js';
import { isOpen } from '../../src/assess/policy/findings.js';
import { pageText } from '../../src/assess/policy/page-text.js';
import { policyPageFacts, policyPages } from '../../src/assess/policy/pages.js';
import { checkSite, type SiteFacts } from '../../src/assess/policy/site-check.js';
import { leftOpen, startingText } from '../../src/assess/policy/starting-text.js';
import { promisedDates } from '../../src/complaint/promised-dates.js';
import { englandAndWales as calendar } from '../../src/facts/calendar.js';
import { day, dayFromNumber } from '../../src/facts/days.js';
import { codes } from '../../src/law/in-force.js';
import { usualRules } from '../stories/story.js';

const facts: SiteFacts = {
  edition: '2024',
  pages: { policy: startingText.policy, behaviour: startingText.behaviour },
  selfAssessments: ['2025-26'],
  annualReports: ['2025-26'],
  governingBodyResponses: ['2025-26'],
  dueYear: '2025-26',
  open: true,
};

test('the text that a policy starts from holds everything that the Code wants, and nothing that must not be there', () => {
  const checked = checkSite(facts);
  assert.deepEqual(
    (checked.policy ?? []).filter(isOpen).map(({ rule, because }) => `${rule}: ${because.join(' ')}`),
    [],
  );
  assert.equal(checked.open, 0);
});

test('what is missing on the site is named with its provision', () => {
  const bare = checkSite({ ...facts, pages: {}, annualReports: ['2023-24'], governingBodyResponses: [], open: false });
  const missing = bare.site.filter(({ there }) => !there);
  assert.deepEqual(
    missing.map(({ title }) => title),
    [
      'Residents can reach the site',
      policyPageFacts.policy.title,
      policyPageFacts.behaviour.title,
      'The annual complaints performance and service improvement report',
      'What the governing body says of the report',
    ],
  );
  assert.match(missing[3]?.because ?? '', /2025-26 is not published here; the latest is of 2023-24/);
  const known = codes['2024'].sections.flatMap((section) => Object.keys(section.provisions));
  for (const { provisions } of bare.site) for (const one of provisions) assert.ok(known.includes(one), one);
  assert.equal(bare.policy, null);
});

test('a later year’s document is enough, an older one is not', () => {
  assert.ok(checkSite({ ...facts, annualReports: ['2026-27'] }).site.every(({ there }) => there));
});

test('the Code’s definition stands above the policy; another in other words beside it is found', () => {
  const own = definitions['2022'];
  const checked = checkSite({ ...facts, pages: { policy: `${startingText.policy}\n\nA complaint is ${own}.` } });
  assert.ok(checked.policy?.some(({ rule }) => rule === 'own-definition'));
  assert.ok(checked.policy?.some(({ rule, verdict }) => rule === 'definition' && verdict === 'found'));
});

test('what only the landlord knows has to be filled in', () => {
  assert.match(leftOpen(startingText.policy) ?? '', /newsletter/);
  assert.equal(leftOpen('Nothing [] is left'), null);
});

test('plain text becomes headings, lists and paragraphs, and no word of it is lost', () => {
  assert.deepEqual(pageText('# One\nfirst\nline\n\n- a\n- b\nafter\n### Two\n# One'), [
    { is: 'heading', level: 2, text: 'One', anchor: 'one' },
    { is: 'paragraph', text: 'first line' },
    { is: 'list', items: ['a', 'b'] },
    { is: 'paragraph', text: 'after' },
    { is: 'heading', level: 3, text: 'Two', anchor: 'two' },
    { is: 'heading', level: 2, text: 'One', anchor: 'one-2' },
  ]);
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('# ', '- ', 'word', '\n', '\n\n', ' ', '###', '<b>'), { maxLength: 40 }),
      (p) => {
        const text = p.join('');
        const words = (s: string) => s.match(/word|<b>/g)?.length ?? 0;
        const kept = pageText(text).flatMap((part) => (part.is === 'list' ? part.items : [part.text]));
        assert.equal(words(kept.join(' ')), words(text));
      },
    ),
  );
  for (const page of policyPages) assert.ok(Array.isArray(pageText(startingText[page])));
});

test('the dates for whoever complains today are the Code’s: a Saturday rolls, the Easter holidays are left out', () => {
  assert.deepEqual(promisedDates(day('2026-03-28'), usualRules), {
    stage1: { acknowledgeBy: '2026-04-08', answerBy: '2026-04-22', extendedTo: '2026-05-07' },
    stage2: { acknowledgeBy: '2026-04-08', answerBy: '2026-05-07', extendedTo: '2026-06-05' },
  });
  assert.equal(promisedDates(day('2028-12-20'), usualRules), null);
  assert.equal(promisedDates(day('2020-01-01'), usualRules), null);
  fc.assert(
    fc.property(fc.integer({ min: 19_815, max: 21_300 }).map(dayFromNumber), (on) => {
      const dates = promisedDates(on, usualRules);
      assert.ok(dates !== null);
      for (const { acknowledgeBy, answerBy, extendedTo } of [dates.stage1, dates.stage2]) {
        assert.ok(on < acknowledgeBy && acknowledgeBy < answerBy && answerBy < extendedTo);
        for (const one of [acknowledgeBy, answerBy, extendedTo]) assert.ok(calendar.isWorkingDay(one));
      }
    }),
  );
});
