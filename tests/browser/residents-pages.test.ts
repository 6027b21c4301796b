/**
 * Every page that residents see, one after the other: in the language of the tests, from right to left, as wide as 400%
 * zoom leaves it, without JavaScript. What axe finds, what a keyboard reaches, the order in which it is read, forced colours, who is asked
 * for anything, and how much a first visit weighs.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { mayAcknowledge } from '../../src/complaint/may/acknowledge.js';
import { mayAuthorise } from '../../src/complaint/may/authorise.js';
import { mayOfferRemedy } from '../../src/complaint/may/offer-remedy.js';
import { mayPromiseAction } from '../../src/complaint/may/promise-action.js';
import { mayShareFindings } from '../../src/complaint/may/share-findings.js';
import { nothingTold } from '../../src/complaint/telling/told.js';
import { addDays } from '../../src/facts/days.js';
import type { CaseId, PersonId } from '../../src/facts/happened.js';
import { beginDraft } from '../../src/store/complaint-drafts.js';
import { inLandlord } from '../../src/store/database.js';
import { makePerson } from '../../src/store/people.js';
import { publishPolicyPage } from '../../src/store/policy-pages.js';
import { publicSlug } from '../../src/store/publications.js';
import { type LinkPurpose, mintLink } from '../../src/store/resident-links.js';
import { londonDay } from '../../src/store/today.js';
import { pseudoLanguage } from '../../src/web/public/site/pseudo.js';
import { routes } from '../../src/web/routes.js';
import { assertAccessible, type Browser, openBrowser, openPage, type Page, zoomed } from '../support/browser.js';
import { answered, caseFile, did, newCase } from '../support/cases-for-screens.js';
import { walk } from '../support/keyboard.js';
import { startWeb, type TestWeb } from '../support/web.js';

process.env.PUTRIGHT_PSEUDO_LANGUAGE = 'yes';
let web: TestWeb;
let browser: Browser;
let site: string;
before(async () => {
  web = await startWeb();
  browser = await openBrowser();
  site = `/residents/${await store(publicSlug)}`;
});
after(async () => {
  await browser.close();
  await web.close();
});

const today = londonDay(new Date());
const store = <T>(work: Parameters<typeof inLandlord<T>>[2]) => inLandlord(web.db, web.landlordId, work);

/** What residents and staff wrote, and what a landlord is called: these stand as they are in any language. */
const asWritten = [
  'Meadow Homes',
  'Rosa Whitby',
  'Ada Whitby',
  'The roof leaks',
  'We understand point',
  'That it is put right',
  'A new boiler',
  'Sorry',
  'So far',
];

/** Those that axe looks at here; it looks at the rest in the tests of complaining and following. */
const looked: readonly string[] = ['', '/case', '/survey', '/policies/:page', '/complain/points/:number'];

/** Walked with the Tab key from the top to the end; of the others the order of what is reached is looked at. */
const byKey: readonly string[] = ['', '/promise', '/policies/:page'];

/** The same pages when something was answered, and the policy's own. */
const besides: readonly string[] = [
  '/promise?said=no',
  '/promise?said=not-yet',
  '/promise?said=yes',
  '/policies/policy',
  '/policies/adjustments',
  '/policies/ombudsman',
  '/policies/code',
];

/** Leads elsewhere, or stands only at a time: there is no page to look at. What is of a file or letter is one. */
const noPages: Readonly<Record<string, string>> = {
  '/code': 'leads on whoever is let in; looked at before they are',
  '/case/other': 'stands where a complaint was made of a request',
  '/complain/sent': 'shown once, after sending',
  '/complain/continue': 'leads to the question that comes next',
  '/authority/said': 'shown once, after the answer',
};

interface Held {
  readonly caseId: CaseId;
  readonly person: PersonId;
  readonly remedy: string;
  readonly promise: string;
  /** Somebody who wants to act for them. */
  readonly acting: PersonId;
}

async function aCase(): Promise<Held> {
  const reference = await newCase(web, { defined: true, points: ['The roof leaks'] });
  await did(web, reference, (c, context) =>
    mayAcknowledge(
      c,
      { on: today, stage: 1, how: 'email', note: null, definitionSetOut: true, ombudsmanDetails: true, letter: null },
      context,
    ),
  );
  await did(web, reference, (c, context) =>
    mayShareFindings(
      c,
      {
        on: today,
        stage: 1,
        with: { person: c.person },
        points: c.points.map(({ id }) => id),
        text: 'So far',
        commentsBy: addDays(today, 5),
      } as never,
      context,
    ),
  );
  await did(web, reference, (c, context) =>
    mayOfferRemedy(
      c,
      {
        on: today,
        stage: 1,
        kind: 'apology',
        points: c.points.map(({ id }) => id),
        text: 'Sorry',
        pence: null,
        dueOn: null,
      } as never,
      context,
    ),
  );
  await did(web, reference, (c, context) =>
    mayPromiseAction(
      c,
      {
        on: today,
        stage: 1,
        points: [],
        text: 'A new boiler',
        owner: web.staff.officer,
        team: null,
        dueOn: addDays(today, 3),
        agreedWithResident: true,
      },
      context,
    ),
  );
  const acting = await store((trx) => makePerson(trx, { name: 'Ada Whitby' }));
  await did(web, reference, (c, context) =>
    mayAuthorise(
      c,
      {
        on: today,
        person: acting,
        role: 'family-or-friend',
        authority: 'asked',
        evidence: null,
        until: null,
        note: null,
      },
      context,
    ),
  );
  const { case: c } = await caseFile(web, reference);
  return {
    acting,
    caseId: c.id,
    person: c.person as PersonId,
    remedy: c.remedies[0]?.id ?? '',
    promise: c.promises[0]?.id ?? '',
  };
}

async function letIn(page: Page, purpose: LinkPurpose, held: Held, about: string | null): Promise<void> {
  const free = purpose === 'draft';
  const secret = await store((trx) =>
    mintLink(trx, {
      purpose,
      caseId: free ? null : held.caseId,
      person: free ? null : held.person,
      about,
      until: addDays(today, 20),
    }),
  );
  await page.goto(`${site}/link/${secret}`);
  await page.click('main button');
}

/** In one look: what can be told of a page from its elements and their places. */
const look = `(() => {
  const seen = (e) => e.getClientRects().length > 0;
  const main = document.querySelector('main');
  const inTurn = [...main.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')].filter(seen);
  const places = inTurn.map((e) => e.getBoundingClientRect().top + scrollY);
  const words = (e) => (e.innerText || e.value || e.name || '').trim().slice(0, 40);
  return {
    h1: document.querySelectorAll('h1').length,
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    language: document.documentElement.lang, direction: document.documentElement.dir,
    over: [...document.querySelectorAll('body *')].filter((e) => { const r = e.getBoundingClientRect(); return r.left < -1 || r.right > document.documentElement.clientWidth + 1; }).map((e) => e.outerHTML.slice(0, 90)).slice(-2),
    outOfOrder: inTurn.filter((e, i) => i > 0 && places[i] + 4 < places[i - 1] && !e.closest('.govuk-date-input')).map(words),
    jumps: [...document.querySelectorAll('[tabindex]')].filter((e) => e.tabIndex > 0).map(words),
    notByKey: [...document.querySelectorAll('[onclick], [role=button]:not(button):not(a)')].map(words),
    ombudsman: document.querySelector('footer')?.innerText.includes('0300 111 3000') ?? false,
    forms: [...document.querySelectorAll('form')].filter((f) => !f.getAttribute('action')).length,
  };
})()`;

/** Borders and outlines are all that forced colours leave of a button, a box or a field. */
const unseen = `[...document.querySelectorAll('main button, main input:not([type=hidden]):not([type=radio]):not([type=checkbox]):not([type=file]), main textarea, main select, .govuk-radios__label, .govuk-checkboxes__label')]
  .filter((e) => e.getClientRects().length > 0)
  .filter((e) => { const at = (p) => ['Top', 'Bottom'].some((side) => getComputedStyle(e, p)['border' + side + 'Width'] !== '0px'); const outlined = getComputedStyle(e).outlineStyle !== 'none'; return !at(null) && !at('::before') && !outlined; })
  .map((e) => e.outerHTML.slice(0, 80))`;

/** What still stands in English letters and was never given to be translated. */
function leftInEnglish(html: string): string[] {
  const body = html.slice(html.indexOf('<body'));
  const text = body
    .replace(/<script[\s\S]*?<\/script>|<textarea[\s\S]*?<\/textarea>/g, ' ')
    .replace(/<(\w+)\b[^>]*\blang="en"[^>]*>[\s\S]*?<\/\1>/g, ' ')
    .replace(/<(?:blockquote)\b[\s\S]*?<\/blockquote>/g, ' ')
    .replace(/<[^>]*>/g, '\n')
    .replace(/\u2068[^\u2069]*\u2069/g, ' ')
    .replace(/&[a-z#0-9]+;/g, ' ');
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /[A-Za-z]{3,}/.test(line))
    .filter((line) => !/^(«pseudo»|English|www\.|https?:|CMP-|PO Box|[A-Z]{2}\d)/.test(line))
    .filter((line) => !asWritten.some((words) => line.includes(words)));
}

test('each page can be read and used, by whomever, in whatever language', async () => {
  const held = await aCase();
  const answeredCase = await newCase(web, { defined: true, points: ['The roof leaks'] });
  await answered(web, answeredCase);
  await store((trx) =>
    publishPolicyPage(trx, {
      page: 'policy',
      title: 'Ours',
      body: '# Ours\n\nAll of it.',
      because: null,
      on: today,
      by: web.staff.manager,
    }),
  );
  const draft = await store((trx) =>
    beginDraft(trx, {
      ...nothingTold,
      wish: 'wrong',
      points: [{ what: 'The roof leaks', right: '', since: null, sinceWords: '' }],
    }),
  );
  const page = await openPage(browser, { baseURL: web.url, javaScriptEnabled: false, ...zoomed });
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(web.url)) elsewhere.push(request.url());
  });
  await page.goto(`${site}/code`);
  await assertAccessible(page);
  await letIn(page, 'draft', held, draft);
  await letIn(page, 'follow', held, null);
  await letIn(page, 'promise', held, held.promise);
  await letIn(page, 'survey', held, held.caseId);
  await letIn(page, 'survey-stop', held, held.caseId);
  await letIn(page, 'authority', held, held.acting);
  await page.goto(site);
  await page.click(`button[value=${pseudoLanguage}]`);

  const open = await store((trx) =>
    mintLink(trx, {
      purpose: 'promise',
      caseId: held.caseId,
      person: held.person,
      about: held.promise,
      until: addDays(today, 9),
    }),
  );
  const values: Readonly<Record<string, string>> = {
    ':secret': open,
    ':promise': held.promise,
    ':remedy': held.remedy,
    ':page': 'stages',
    ':version': '1',
    ':number': '1',
  };
  const faults: string[] = [];
  let walked = 0;
  const pages = routes.flatMap((route) => {
    if (!route.path.startsWith('/residents/:slug') || route.method !== 'GET') return [];
    const bare = route.path.slice('/residents/:slug'.length);
    if (noPages[bare] !== undefined || /:(file|letter)\b/.test(bare)) return [];
    const own = bare.replace('policies/:page/versions', 'policies/policy/versions');
    return [{ bare, path: own.replace(/:\w+/g, (name) => values[name] ?? name) }];
  });
  for (const { bare, path } of [...pages, ...besides.map((path) => ({ bare: path, path }))]) {
    const response = await page.goto(site + path);
    const at = page.url().slice(web.url.length + site.length);
    if (at !== path) {
      faults.push(`${bare} leads to ${at}`);
      continue;
    }
    walked += 1;
    const seen = (await page.evaluate(`Promise.resolve(${look})`)) as Record<string, unknown>;
    const wrong = Object.entries({
      status: response?.status() === 200,
      h1: seen.h1 === 1,
      over: Number(seen.wide) <= 0,
      language: seen.language === pseudoLanguage && seen.direction === 'rtl',
      outOfOrder: (seen.outOfOrder as string[]).length === 0,
      jumps: (seen.jumps as string[]).length === 0,
      notByKey: (seen.notByKey as string[]).length === 0,
      ombudsman: seen.ombudsman === true,
      forms: seen.forms === 0,
    }).flatMap(([name, good]) => (good ? [] : [`${name} (${JSON.stringify(seen[name] ?? response?.status())})`]));
    const english = leftInEnglish(await page.content());
    if (english.length > 0) wrong.push(`in English: ${english.slice(0, 6).join(' | ')}`);
    await page.emulateMedia({ forcedColors: 'active' });
    const gone = (await page.evaluate(`Promise.resolve(${unseen})`)) as string[];
    await page.emulateMedia({ forcedColors: 'none' });
    if (gone.length > 0) wrong.push(`unseen in forced colours: ${gone.slice(0, 3).join(' | ')}`);
    if (looked.includes(bare))
      await assertAccessible(page).catch((error: Error) => wrong.push(error.message.slice(0, 600)));
    if (byKey.includes(bare)) await walk(page).catch((error: Error) => wrong.push(error.message.slice(0, 300)));
    if (wrong.length > 0) faults.push(`${bare}: ${wrong.join('; ')}`);
  }
  assert.deepEqual(elsewhere, [], 'nothing is asked of anybody else');
  assert.deepEqual(faults, []);
  assert.ok(walked > 40, String(walked));
  // The look for English finds some where there is some.
  await page.context().clearCookies();
  await page.goto(site);
  assert.ok(leftInEnglish(await page.content()).length > 5);
});

test('a first visit weighs less than 150 KB', async () => {
  for (const path of [site, `${site}/complain`, `${site}/policies/policy`]) {
    const context = await browser.newContext({ baseURL: web.url, viewport: { width: 360, height: 640 } });
    const page = await context.newPage();
    const wire = await context.newCDPSession(page);
    await wire.send('Network.enable');
    let bytes = 0;
    wire.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(path, { waitUntil: 'networkidle' });
    assert.ok(bytes > 20_000 && bytes < 150_000, `${path} weighs ${bytes} bytes`);
    await context.close();
  }
});
