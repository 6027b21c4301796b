/**
 * The whole of it, on a phone and without JavaScript: a daughter complains for her mother with two points and a photo, is
 * answered as if it were a request, says that it was not, gets both letters, asks for stage 2 on one point, is asked
 * whether the repair happened and says no. An officer sees each of these arrive.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { inTurn } from '../../src/complaint/in-turn.js';
import { mayAcknowledge } from '../../src/complaint/may/acknowledge.js';
import { mayAnswerRequest } from '../../src/complaint/may/answer-request.js';
import { mayAuthorise } from '../../src/complaint/may/authorise.js';
import { mayDecidePoint } from '../../src/complaint/may/decide-point.js';
import { mayDefinePoint } from '../../src/complaint/may/define-point.js';
import { mayLog } from '../../src/complaint/may/log.js';
import { mayPromiseAction } from '../../src/complaint/may/promise-action.js';
import { mayRecordLearning } from '../../src/complaint/may/record-learning.js';
import { mayRespond } from '../../src/complaint/may/respond.js';
import { ownPoints, standingPoints } from '../../src/complaint/points.js';
import { addDays } from '../../src/facts/days.js';
import type { CaseId, LetterId, PersonId } from '../../src/facts/happened.js';
import { askResidents } from '../../src/post/ask-residents.js';
import { accessCodeFor } from '../../src/store/access-codes.js';
import { waitingArrivals } from '../../src/store/arrivals.js';
import { inLandlord } from '../../src/store/database.js';
import { publicSlug } from '../../src/store/publications.js';
import { mintLink } from '../../src/store/resident-links.js';
import { londonDay } from '../../src/store/today.js';
import {
  assertAccessible,
  assertFits,
  type Browser,
  mainText,
  openBrowser,
  openPage,
  type Page,
  phone,
} from '../support/browser.js';
import { caseFile, did } from '../support/cases-for-screens.js';
import { foundIn } from '../support/found-in.js';
import { look } from '../support/look.js';
import { openAs } from '../support/screens.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
let browser: Browser;
let site: string;
before(async () => {
  web = await startWeb({ landlord: { demonstration: true } });
  browser = await openBrowser();
  site = `/residents/${await store(publicSlug)}`;
});
after(async () => {
  await browser.close();
  await web.close();
});

const today = londonDay(new Date());
const store = <T>(work: Parameters<typeof inLandlord<T>>[2]) => inLandlord(web.db, web.landlordId, work);
const on = today;

test('a daughter is heard for her mother, on a phone without JavaScript, and an officer sees each thing arrive', async () => {
  const page = await openPage(browser, { baseURL: web.url, javaScriptEnabled: false, ...phone });
  const officer = await openAs(browser, web, 'officer');

  // She complains, in her own words, with a photo.
  await page.goto(`${site}/complain`);
  await answers(page, { wish: 'wrong' });
  await answers(page, { teller: 'for-someone' });
  await page.fill('[name=name]', 'Ada Whitby');
  await page.selectOption('[name=role]', 'family-or-friend');
  await goesOn(page);
  await answers(page, { claim: 'resident-told-us' });
  await page.fill('[name=what]', 'The kitchen ceiling leaks and nobody comes. I am fed up');
  await page.fill('[name=right]', 'That it is mended');
  await goesOn(page);
  await answers(page, { more: 'yes' });
  await page.fill('[name=what]', 'We rang three times and were never rung back');
  await goesOn(page);
  await answers(page, { more: 'no' });
  await answers(page, { risk: 'no' });
  await page.check('[name=hazards][value=water]');
  await goesOn(page);
  await page.fill('[name=address]', '1 Elm Row');
  await page.fill('[name=postcode]', 'AB1 2CD');
  await goesOn(page);
  await page.fill('[name=name]', 'Dora Whitby');
  await goesOn(page);
  await page.fill('[name=email]', 'dora@example.net');
  await goesOn(page);
  await goesOn(page);
  await goesOn(page);
  await page.setInputFiles('[name=file]', {
    name: 'ceiling.png',
    mimeType: 'image/png',
    buffer: Buffer.from(png, 'base64'),
  });
  await page.click('main button[value=add]');
  assert.match(await mainText(page), /ceiling\.png/);
  await goesOn(page);
  await answers(page, { choice: 'no-answer-yet' });
  await goesOn(page);
  const sent = await mainText(page);
  const reference = foundIn(/CMP-\d\d-\d{5}/, sent);
  assert.match(reference, /^CMP/, sent);
  const request = await caseFile(web, reference);
  const caseId = request.case.id;
  const mother = request.case.person as PersonId;
  const daughter = request.case.representatives[0]?.person as PersonId;
  assert.equal(request.case.points.length, 2);
  assert.equal(request.case.files.length, 1);

  // An officer sees that somebody speaks for her, settles it, and mistakes the complaint for a request.
  await sees(officer, caseId, 'new-authority', 'Somebody to act for them');
  await did(web, reference, (c, context) =>
    mayAuthorise(
      c,
      {
        on,
        person: daughter,
        role: 'family-or-friend',
        authority: 'resident-told-us',
        evidence: null,
        until: null,
        note: null,
      },
      context,
    ),
  );
  assert.deepEqual(await kinds(caseId), []);
  await did(web, reference, (c, context) =>
    inTurn(c, context, [
      (now) =>
        mayLog(
          now,
          {
            on,
            kind: 'service-request',
            area: null,
            category: null,
            hazards: [],
            triage: null,
            voicesDissatisfaction: false,
            points: [],
          },
          context,
        ),
      (now) => mayAnswerRequest(now, { on, how: 'portal', text: 'A roofer is booked for May' }, context),
    ]),
  );

  // In by the code on a letter: what it was logged as, the answer, and 'I think this is wrong'.
  await comesIn(page, reference, await store((trx) => accessCodeFor(trx, caseId, daughter)));
  await assertAccessible(page);
  assert.match(await mainText(page), /A request for a service/);
  await page.click('text=Send us a message, or read ours');
  assert.match(await mainText(page), /A roofer is booked for May/);
  await page.goto(`${site}/case`);
  await page.click('text=I think this is wrong');
  await page.fill('[name=text]', 'This was not a service request. We complained');
  await goesOn(page);
  await page.click('text=See the complaint you made about this');
  await goesOn(page);
  const complaint = (await caseFile(web, reference)).case.links.at(-1)?.to as CaseId;
  const { case: opened } = await caseFile(web, complaint);
  assert.match(await mainText(page), new RegExp(opened.reference));
  assert.equal(opened.points.length, 2, 'the points that she told first are the complaint’s');

  // The officer is asked about the first words, and can file it as nothing else.
  await sees(officer, complaint, 'chose-to-complain', 'Chose to complain');
  await officer.click('text=Say whether the first words were a complaint');
  assert.match(await mainText(officer), /I am fed up/);
  await officer.check('[name=voiced][value=yes]');
  await officer.fill('[name=reason]', 'She was fed up in her first words');
  await officer.click('main form#form button[type=submit]');
  assert.deepEqual(await kinds(complaint), []);

  // Both letters reach her page: that we have it, and the answer, which promises a repair.
  await answersTheComplaint(opened.reference, [daughter]);
  await page.goto(`${site}/case`);
  for (const [name, words] of [
    ['We have your complaint', 'We confirm your complaint'],
    ['Our answer at stage 1', 'We mend the ceiling'],
  ] as const) {
    await page.click(`main a:has-text("${name}")`);
    assert.match(await mainText(page), new RegExp(words));
    await page.goto(`${site}/case`);
  }
  assert.match(await mainText(page), /Mend the ceiling/);
  await look(page, 'resident-heard-answered');

  // Stage 2, on one point, without a reason.
  await page.click('text=ask for stage 2');
  await page.uncheck(`[name=points][value="${opened.points[0]?.id}"]`);
  await assertAccessible(page);
  await goesOn(page);
  assert.match(await mainText(page), /You asked us to look again \(stage 2\)/);
  await assertFits(page);
  const { case: escalated } = await caseFile(web, opened.reference);
  assert.deepEqual(escalated.escalation?.points, [opened.points[1]?.id]);
  await sees(officer, complaint, 'stage-2-request', 'Stage 2 asked for', /Received on .+: acknowledge by/);

  // She is asked whether the repair happened, by a link that only a button spends, and says no.
  const promise = escalated.promises[0]?.id ?? '';
  const later = addDays(today, 20);
  assert.deepEqual(await askResidents(web.db, web.landlordId, later, new Date(`${later}T10:00:00Z`)), {
    promises: 1,
    surveys: 0,
  });
  const secret = await store((trx) =>
    mintLink(trx, {
      purpose: 'promise',
      caseId: complaint,
      person: daughter,
      about: promise,
      until: addDays(later, 14),
    }),
  );
  await page.goto(`${site}/link/${secret}`);
  await goesOn(page);
  assert.ok(!page.url().includes(secret), 'the address is clean');
  await page.check('[name=answer][value=no]');
  await page.fill('[name=text]', 'Nobody has come and it still leaks');
  await goesOn(page);
  const { case: last } = await caseFile(web, opened.reference);
  assert.equal(last.promises[0]?.residentSays, 'not-done');
  await sees(officer, complaint, 'promise-not-done', 'A promise was not kept');

  // The request has run on all the while, and her mother sees what was done in her name.
  assert.equal((await caseFile(web, reference)).case.standing.is, 'request-answered');
  assert.ok(mother);
  await page.context().close();
  await officer.context().close();
});

/** Ticks one answer to each name, and goes on. */
async function answers(page: Page, chosen: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(chosen)) await page.check(`[name=${name}][value=${value}]`);
  await goesOn(page);
}

/** The button at the end of the page's form. */
async function goesOn(page: Page): Promise<void> {
  await page.locator('main button.govuk-button:not(.govuk-button--secondary, .govuk-button--warning)').last().click();
  const said = await mainText(page);
  assert.equal(await page.locator('.govuk-error-summary').count(), 0, `${page.url()}: ${said}`);
}

async function comesIn(page: Page, reference: string, code: string): Promise<void> {
  await page.goto(`${site}/code`);
  await page.fill('[name=reference]', reference);
  await page.fill('[name=code]', code);
  await page.click('main form button[type=submit]');
  await page.waitForURL(`**${site}/case`);
}

const kinds = async (caseId: CaseId) =>
  (await store((trx) => waitingArrivals(trx, { caseId }))).map(({ kind }) => kind).filter((kind) => kind !== 'no-way');

/** It stands in the officer's list and on the case, with what follows; its own page is open then. */
async function sees(officer: Page, caseId: CaseId, kind: string, words: string, follows = /./): Promise<void> {
  const arrival = (await store((trx) => waitingArrivals(trx, { caseId }))).find((one) => one.kind === kind);
  assert.ok(arrival, `${kind} is among what waits`);
  await officer.goto('/arrivals');
  const item = officer.locator('.app-list__item', { has: officer.locator(`a[href="/arrivals/${arrival.id}"]`) });
  assert.match((await item.textContent()) ?? '', new RegExp(words));
  assert.match((await item.textContent()) ?? '', follows);
  await officer.goto(`/cases/${arrival.reference}`);
  assert.match((await officer.textContent('.app-arrived')) ?? '', new RegExp(words));
  await officer.goto(`/arrivals/${arrival.id}`);
  await look(officer, `resident-heard-${kind}`);
}

/** From triage to the answer, by the decisions themselves. */
async function answersTheComplaint(reference: string, to: readonly PersonId[]): Promise<void> {
  const letter = (text: string) => ({
    id: randomUUID() as LetterId,
    text,
    bytes: null,
    to,
    how: 'email' as const,
    missing: [],
  });
  await did(web, reference, (c, context) =>
    inTurn(c, context, [
      (now) =>
        mayLog(
          now,
          {
            on,
            kind: 'complaint',
            area: null,
            category: null,
            hazards: [],
            triage: { complexity: 'simple', atRisk: false, earlyAnswer: false },
            voicesDissatisfaction: true,
            points: [],
          },
          context,
        ),
      ...standingPoints(c, 1).map(
        (point) => (now: typeof c) =>
          mayDefinePoint(
            now,
            {
              on,
              stage: 1,
              point: point.id,
              understanding: point.number === 1 ? 'The kitchen ceiling leaks' : 'Nobody rang back',
              outcomeSought: 'That it is put right',
              area: null,
              category: null,
              whose: 'ours',
            },
            context,
          ),
      ),
      (now) =>
        mayAcknowledge(
          now,
          {
            on,
            stage: 1,
            how: 'email',
            note: null,
            definitionSetOut: true,
            ombudsmanDetails: true,
            letter: letter('We confirm your complaint'),
          },
          context,
        ),
    ]),
  );
  await did(
    web,
    reference,
    (c, context) =>
      inTurn(c, context, [
        ...ownPoints(c, 1).map(
          (point) => (now: typeof c) =>
            mayDecidePoint(
              now,
              { on, stage: 1, point: point.id, finding: 'upheld', reasons: 'It was late', reliedOn: [] },
              context,
            ),
        ),
        (now) =>
          mayPromiseAction(
            now,
            {
              on,
              stage: 1,
              points: ownPoints(c, 1)
                .slice(0, 1)
                .map(({ id }) => id),
              text: 'Mend the ceiling',
              owner: web.staff.officer,
              team: null,
              dueOn: addDays(today, 7),
              agreedWithResident: true,
            },
            context,
          ),
        (now) =>
          mayRecordLearning(
            now,
            {
              on,
              stage: 1,
              learning: null,
              text: 'Nothing new',
              cause: { cause: 'Delay by us', points: [], text: null },
            },
            context,
          ),
        (now) =>
          mayRespond(
            now,
            {
              on,
              how: 'email',
              letter: letter('We mend the ceiling by next week'),
              involved: [],
              approvalNeeded: false,
            },
            context,
          ),
      ]),
    'investigator',
  );
}

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
