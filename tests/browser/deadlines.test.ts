/** The public page of dates: the Code's dates with their working, and facts that cannot be are sent back. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { dayBoxes } from '../support/day-boxes.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
before(async () => {
  web = await startWeb();
});
after(() => web.close());

function query(days: Readonly<Record<string, string>>): string {
  const boxes = Object.entries(days).flatMap(([name, day]) => Object.entries(dayBoxes(name, day)));
  return `/deadlines?${new URLSearchParams(boxes)}`;
}

const ask = async (days: Readonly<Record<string, string>>) => (await web.visitor(null)).get(query(days));

test('a complaint received on a Saturday takes the Monday as day zero, and says so', async () => {
  const { text } = await ask({ received: '2026-03-07' });
  assert.match(text, /Saturday 7 March 2026, which is not a working day, so day zero is Monday 9 March 2026/);
  assert.match(text, /Monday 16 March 2026/);
});

test('stage 2 is counted when it was requested', async () => {
  const days = { received: '2026-03-02', acknowledged: '2026-03-04', answered: '2026-03-18' };
  assert.doesNotMatch((await ask(days)).text, /Give the final answer/);
  assert.match((await ask({ ...days, requested: '2026-03-23' })).text, /Give the final answer at stage 2/);
});

test('an old complaint is counted by the Code that was in force', async () => {
  assert.match((await ask({ received: '2023-05-10' })).text, /Code of 2022/);
  assert.match((await ask({ received: '2019-05-10' })).text, /no Code applies/);
});

test('what cannot be is said beside its field, and the rest is kept', async () => {
  const seen = await ask({ received: '2026-03-07', acknowledged: '2026-03-01' });
  assert.match(seen.html, /href="#acknowledged-day">The day it was acknowledged cannot be before/);
  assert.match(seen.html, /<title>Error: /);
  assert.match(seen.html, /name="received-year"[^>]*value="2026"/);
  assert.match((await ask({ received: '2199-01-01' })).text, /must be on or before/);
  assert.match((await ask({ received: '2026-02-30' })).text, /must be a real date/);
  assert.match(
    (await ask({ received: '2026-03-02', answered2: '2026-03-09' })).text,
    /Enter the day stage 2 was requested/,
  );
});
