/** Whose a point is and who can look at it: by point, mixed ones keep each; and data protection's clock beside the Code's. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clocks } from '../../src/complaint/clocks.js';
import { seenByResident } from '../../src/complaint/following/seen-by-resident.js';
import { mayFindRoutes } from '../../src/complaint/may/find-routes.js';
import { routesOf } from '../../src/complaint/routes.js';
import { englandAndWales } from '../../src/facts/calendar.js';
import { day } from '../../src/facts/days.js';
import { dataProtectionDue } from '../../src/law/data-protection.js';
import { routeSubjects } from '../../src/law/routes.js';
import { furtherRoutesOf, whose } from '../../src/letters/who-can-look.js';
import { aComplaint, resident, type Story, usualRules } from './story.js';

function route(
  story: Story,
  about: string,
  n = 0,
  also: readonly ('hos' | 'lgsco' | 'tribunal' | 'ico')[] = [],
): Story {
  const point = story.case.points[n]?.id as never;
  const decision = mayFindRoutes(story.case, { on: story.today, point, about, also }, story.context());
  assert.ok(decision.ok);
  for (const { what, on } of decision.happened) story.happens(what, on);
  return story;
}

const routes = (story: Story, n = 0) => {
  const point = story.case.points[n];
  assert.ok(point);
  return routesOf(point);
};
const theClock = (story: Story) =>
  clocks(story.case, usualRules, story.today).find(({ kind }) => kind === 'data-protection') ?? null;

test('until somebody says what a point is about, it goes by whose it is', () => {
  assert.deepEqual(routes(aComplaint({ received: '2026-03-02' }, 'The roof leaks')), ['hos']);
});

test('each subject says who answers first and who can look at it; none is named twice', () => {
  assert.equal(new Set(routeSubjects.map(({ id }) => id)).size, routeSubjects.length);
  const story = aComplaint({ received: '2026-03-02' }, 'The rent', 'The move', 'The letter');
  // How high a rent is, the Tribunal decides; how we dealt with the complaint about it, the Housing Ombudsman.
  assert.deepEqual(routes(route(story, 'charges-level')), ['hos', 'tribunal']);
  assert.deepEqual(routes(route(story, 'transfer-both', 1), 1), ['hos', 'lgsco']);
  assert.deepEqual(routes(route(story, 'personal-data', 2), 2), ['hos', 'ico']);
  assert.deepEqual(routes(route(story, 'repairs', 0, ['lgsco'])), ['hos', 'lgsco']);
});

test('a subject that is not ours warns, and one that no list has is refused', () => {
  const story = aComplaint({ received: '2026-03-02' }, 'The register');
  const point = story.case.points[0]?.id as never;
  const may = (about: string) =>
    mayFindRoutes(story.case, { on: story.today, point, about, also: [] }, story.context());
  const warned = may('register');
  assert.ok(warned.ok && warned.warnings.some((words) => /not ours to answer/.test(words)));
  const odd = may('odd');
  assert.ok(!odd.ok && odd.refusals[0]?.code === 'about-missing');
});

test('letters name every body that can look at a mixed point', () => {
  const story = route(aComplaint({ received: '2026-07-01' }, 'The move'), 'transfer-both', 0, ['ico']);
  const point = story.case.points[0];
  assert.ok(point);
  const told = JSON.stringify(whose(point, () => ''));
  assert.match(told, /This is ours to put right/);
  assert.match(told, /Local Government and Social Care Ombudsman/);
  assert.match(told, /Information Commissioner/);
  assert.match(told, /confirm within 30 days/);
  const before = route(aComplaint({ received: '2026-06-18' }, 'The move'), 'personal-data').case.points[0];
  assert.ok(before);
  assert.doesNotMatch(JSON.stringify(whose(before, () => '')), /30 days/);
  const plain = aComplaint({ received: '2026-07-01' }, 'The roof').case.points[0];
  assert.ok(plain);
  assert.deepEqual(furtherRoutesOf(plain), []);
});

test('data protection has 30 calendar days from the day after, to a working day, and only since the rule is in force', () => {
  const calendar = englandAndWales;
  assert.equal(dataProtectionDue(day('2026-06-18'), calendar), null);
  assert.equal(dataProtectionDue(day('2026-06-19'), calendar), '2026-07-20'); // 19 July is a Sunday.
  assert.equal(dataProtectionDue(day('2026-07-01'), calendar), '2026-07-31');
  assert.equal(dataProtectionDue(day('2026-11-25'), calendar), '2026-12-29'); // 25 to 28 December are no working days.
  const story = route(aComplaint({ received: '2026-07-01' }, 'You told my neighbour'), 'personal-data');
  const clock = theClock(story);
  assert.equal(clock?.due, '2026-07-31');
  assert.equal(clock?.state, 'running');
  assert.match(clock?.because.join(' ') ?? '', /s\.164A/);
  // The Code's own acknowledgement ends both, and the Code's clock stands beside it.
  story.on('2026-07-06').acknowledges();
  assert.equal(theClock(story)?.state, 'met');
  assert.ok(clocks(story.case, usualRules, story.today).some(({ kind }) => kind === 'stage-1-response'));
  assert.equal(theClock(route(aComplaint({ received: '2026-07-01' }, 'The roof'), 'repairs')), null);
});

test('a resident is shown who can look at each point once they were told, a mixed one with each body, and not before', () => {
  const story = aComplaint({ received: '2026-07-01' }, 'The move', 'You told my neighbour', 'The rent is too high');
  const seen = () => {
    const shown = seenByResident(story.case, resident, usualRules, story.today);
    assert.ok(shown);
    return shown;
  };
  route(route(route(story, 'transfer-both'), 'personal-data', 1), 'charges-level', 2);
  assert.deepEqual(
    seen().points.map(({ routes: told }) => told),
    [null, null, null],
  );
  assert.equal(seen().dataProtection, null);
  story.on('2026-07-06').acknowledges();
  const told = [
    ['hos', 'lgsco'],
    ['hos', 'ico'],
    ['hos', 'tribunal'],
  ];
  assert.deepEqual(
    seen().points.map(({ routes: bodies }) => bodies),
    told,
  );
  assert.equal(seen().dataProtection?.state, 'met');
  // What is found afterwards waits for the answer that says so.
  route(story.on('2026-07-08'), 'repairs');
  assert.deepEqual(seen().points[0]?.routes, told[0]);
  story.on('2026-07-15').answers();
  assert.deepEqual(seen().points[0]?.routes, ['hos']);
});

test('a point that is found not ours is shown as ours until a letter has said so', () => {
  const story = aComplaint({ received: '2026-07-01' }, 'The roof leaks', 'The register')
    .on('2026-07-06')
    .acknowledges();
  const states = () => seenByResident(story.case, resident, usualRules, story.today)?.points.map(({ state }) => state);
  story.happens({
    type: 'PointFoundNotOurs',
    point: story.case.points[1]?.id as never,
    whose: 'lgsco',
    words: 'The council’s' as never,
  });
  assert.deepEqual(states(), ['looked-at', 'looked-at']);
  story.on('2026-07-15').answers();
  assert.deepEqual(states(), ['looked-at', 'not-ours']);
});
