/** The screens of putting right, stage 2, the record, email and oversight in a real browser: axe, keyboard, 320 pixels, with and without JavaScript. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { mayEndPromise } from '../../src/complaint/may/end-promise.js';
import { mayEscalate } from '../../src/complaint/may/escalate.js';
import { mayMovePromise } from '../../src/complaint/may/move-promise.js';
import { mayOfferRemedy } from '../../src/complaint/may/offer-remedy.js';
import { mayPromiseAction } from '../../src/complaint/may/promise-action.js';
import { mayWithdraw } from '../../src/complaint/may/withdraw.js';
import { allow, type Role } from '../../src/complaint/refusals.js';
import { addDays } from '../../src/facts/days.js';
import type { LetterId } from '../../src/facts/happened.js';
import { messageFile } from '../../src/post/message-files.js';
import { takeIn } from '../../src/post/take-in.js';
import { grantCase } from '../../src/store/case-grants.js';
import { inLandlord } from '../../src/store/database.js';
import { listSetAside } from '../../src/store/mail.js';
import { keepSheets } from '../../src/store/sheets-kept.js';
import { londonDay } from '../../src/store/today.js';
import {
  assertAccessible,
  assertFits,
  type Browser,
  openBeside,
  openBrowser,
  type Page,
  phone,
} from '../support/browser.js';
import { caseFile, did, newCase } from '../support/cases-for-screens.js';
import { assertGoodScreen, openAs } from '../support/screens.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
let browser: Browser;
const at: Record<string, string> = {};

before(async () => {
  web = await startWeb();
  browser = await openBrowser();
  const points = [
    'The bedroom has been black with damp since January and nobody who came has done anything about it at all',
    'Three appointments were missed',
    'Supercalifragilisticexpialidociouslylongwordwithoutanyspacesinitwhatsoeverthatmustnotpushthepagesideways',
  ];
  const complaint = await newCase(web, { defined: true, points });
  at.complaint = complaint;
  await did(web, complaint, (c, context) =>
    mayPromiseAction(
      c,
      {
        on: context.today,
        stage: 1,
        points: [],
        text: points[2] ?? '',
        owner: web.staff.officer,
        team: null,
        dueOn: addDays(context.today, 5),
        agreedWithResident: true,
      },
      context,
    ),
  );
  const promise = (await caseFile(web, complaint)).case.promises[0]?.id;
  assert.ok(promise);
  const moved = { newDate: addDays(londonDay(new Date()), 7), reason: points[1] ?? '', residentTold: false };
  await did(web, complaint, (c, context) => mayMovePromise(c, { on: context.today, promise, ...moved }, context));
  const ending = { ground: 'declined', reason: points[2] ?? '', replacedBy: null } as const;
  await did(web, complaint, (c, context) => mayEndPromise(c, { on: context.today, promise, ...ending }, context));
  await did(web, complaint, (c, context) =>
    mayPromiseAction(
      c,
      {
        on: context.today,
        stage: 1,
        points: [],
        text: points[1] ?? '',
        owner: web.staff.manager,
        team: null,
        dueOn: context.today,
        agreedWithResident: false,
      },
      context,
    ),
  );
  const offer = { stage: 1, kind: 'financial', points: [], text: 'For delay', pence: 5_000, dueOn: null } as const;
  for (const more of [{}, { kind: 'record-amended', pence: null } as const])
    await did(web, complaint, (c, context) => mayOfferRemedy(c, { on: context.today, ...offer, ...more }, context));
  const letter = crypto.randomUUID() as LetterId;
  await did(web, complaint, (c, context) =>
    allow([
      { on: context.today, what: { type: 'LetterDrafted', letter, kind: 'update', stage: 1 } },
      {
        on: context.today,
        what: {
          type: 'LetterSent',
          letter,
          kind: 'update',
          stage: 1,
          to: c.person === null ? [] : [c.person],
          how: 'post',
          words: context.keep('Dear Rosa'),
          bytes: null,
        },
      },
    ]),
  );
  const escalated = await newCase(web, { defined: true, points });
  at.escalated = escalated;
  await did(web, escalated, (c, context) =>
    mayEscalate(
      c,
      {
        on: context.today,
        channel: 'phone',
        from: c.person,
        points: c.points.slice(0, 1).map(({ id }) => id),
        text: null,
      },
      context,
    ),
  );
  const withdrawn = await newCase(web);
  at.withdrawn = withdrawn;
  await did(web, withdrawn, (c, context) =>
    mayWithdraw(c, { on: context.today, how: 'phone', text: null, confirmed: true }, context),
  );
  const place = { db: web.db, files: web.files, landlordId: web.landlordId };
  for (const name of ['13-auto-reply.eml', '28-not-a-message.eml', '35-hostile.eml', '01-plain-complaint.eml'])
    await takeIn(place, await messageFile(`tests/mail/fixtures/${name}`, name), new Date());
  await inLandlord(web.db, web.landlordId, async (trx) => {
    at.jobs = await keepSheets(trx, {
      what: 'jobs',
      fileName: 'jobs.csv',
      sheets: [
        {
          name: '',
          rows: [
            ['Job no', 'Status', 'Finished'],
            ['R-1', 'Completed', '1/11/2026'],
            ['R-2', points[2] ?? '', ''],
          ],
        },
      ],
      by: web.staff.manager,
    });
    at.message = (await listSetAside(trx))[0]?.id ?? '';
    await grantCase(trx, {
      caseId: (await caseFile(web, complaint)).case.id,
      to: web.staff['member-responsible'],
      grantedBy: web.staff.manager,
      reason: 'A theme of damp',
      until: addDays(new Date().toISOString().slice(0, 10) as never, 20),
    });
  });
});
after(async () => {
  await browser.close();
  await web.close();
});

const screens: readonly (readonly [Role, string])[] = [
  ...[
    'offer-remedy',
    'answer-remedy',
    'complete-remedy',
    'promise-action',
    'move-promise',
    'keep-promise',
    'order-work',
    'offer-visit',
    'hand-over-promise',
    'end-promise',
    'tell-change',
    'ask-if-done',
    'say-if-done',
    'escalate',
    'withdraw',
    'link',
    'correct',
    'correct?entry=1',
    'correct?entry=2',
    'return-letter',
    'grants',
  ].map((act) => ['officer', `/cases/:complaint/${act}`] as const),
  ['manager', '/cases/:complaint/decide-end'],
  ['officer', '/cases/:complaint/promises'],
  ['manager', '/promises?state=week'],
  ['manager', '/promises/teams'],
  ['manager', '/promises/jobs'],
  ['manager', '/promises/jobs/:jobs'],
  ['manager', '/cases/:complaint/erase-words'],
  ['manager', '/cases/:complaint/readings'],
  ['officer', '/cases/:escalated/widen-escalation'],
  ['officer', '/cases/:escalated/refuse-escalation'],
  ['officer', '/cases/:withdrawn/raise-again'],
  ['officer', '/'],
  ['officer', '/log'],
  ['officer', '/post'],
  ['officer', '/post/set-aside'],
  ['officer', '/post/:message'],
  ['officer', '/post/take-in'],
  ['member-responsible', '/figures/member'],
  ['member-responsible', '/figures/board'],
  ['manager', '/figures/manager'],
  ['manager', '/figures/area'],
  ['officer', '/figures/officer'],
  ['member-responsible', '/oversight/cases'],
  ['member-responsible', '/cases/:complaint'],
  ['administrator', '/settings/incoming'],
  ['administrator', '/settings/causes'],
];

const pathOf = (pattern: string) => pattern.replace(/:(\w+)/g, (_, name: string) => at[name] ?? name);

for (const [who, pattern] of screens) {
  test(`${pattern} for ${who}`, () => assertGoodScreen(browser, web, who, pathOf(pattern)));
}

/** Other pages of the same telephone: it keeps styles and letters. */
const phones = new Map<Role, Promise<Page>>();
async function onAPhone(who: Role): Promise<Page> {
  const first = phones.get(who) ?? openAs(browser, web, who, phone);
  phones.set(who, first);
  return openBeside(await first);
}

const withoutErrors = /^\/cases\/:complaint(\/promises|\/readings)?$|^\/settings/;

for (const [who, pattern] of screens.filter(([, path]) => /cases\/:|settings|take-in/.test(path))) {
  const askedBlank = !withoutErrors.test(pattern);
  test(`${pattern} ${askedBlank ? 'with its errors, ' : ''}on a phone`, async () => {
    const page = await onAPhone(who);
    await page.goto(pathOf(pattern));
    if (askedBlank) {
      for (const area of await page.locator('main textarea, main input[type=text]').all())
        if (await area.isVisible()) await area.fill('');
      await page.locator('main form[method=post] button[type=submit]:not([name=do]):not([name=what])').last().click();
      await page.waitForSelector('.govuk-error-summary');
      assert.match(await page.title(), /^Error: /);
      const links = await page.locator('.govuk-error-summary a').all();
      assert.ok(links.length > 0);
      for (const link of links) {
        const href = (await link.getAttribute('href')) ?? '';
        assert.equal(await page.locator(`[id="${href.slice(1)}"]`).count(), 1, `${pattern}: ${href} leads somewhere`);
      }
    }
    await assertAccessible(page);
    await assertFits(page);
    await page.close();
  });
}
