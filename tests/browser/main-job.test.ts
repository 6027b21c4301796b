/**
 * The main job, whole: a telephone call is logged, triaged with the resident's choice, becomes a complaint of two points,
 * is acknowledged, looked into, answered, taken to stage 2 and answered finally; once with JavaScript and once without.
 * Every page on the way is held by axe; at the end the history proves itself.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { verify } from '../../src/store/verify.js';
import { assertAccessible, assertFits, type Browser, mainText, openBrowser, phone } from '../support/browser.js';
import { testMajor } from '../support/database.js';
import { foundIn } from '../support/found-in.js';
import { act, fill, send, sendLetter } from '../support/play.js';
import { openAs } from '../support/screens.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
let browser: Browser;

before(async () => {
  web = await startWeb();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await web?.close();
});

// Scripts ask the database nothing new: on the older PostgreSQL the way without them is enough.
const ways = testMajor === 15 ? [false] : [true, false];
for (const javaScriptEnabled of ways) {
  describe(`the main job ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, { timeout: 240_000 }, () => {
    test('goes from a resident’s words to the final answer', async () => {
      const page = await openAs(browser, web, 'officer', { javaScriptEnabled });
      await act(page, '/log', {
        text: 'There has been no hot water since Monday. I rang three times. Nobody came and nobody rang back.',
        name: 'Adaeze Okafor',
        phone: '01632 960100',
        address: '14 Mill Row, Haverstoke',
        postcode: 'HV1 4AB',
      });
      const reference = foundIn(/\/cases\/([A-Z0-9-]+)/, page.url());
      assert.match(reference, /^[A-Z]+-\d\d-\d{5}$/);
      const at = (rest = '') => `/cases/${reference}${rest}`;

      await act(page, at('/log'), {
        dissatisfied: 'yes',
        offered: 'complain',
        offeredHow: 'phone',
        kind: 'complaint',
        complexity: 'simple',
        point1: 'No hot water since Monday',
        point2: 'Three calls and nobody rang back',
      });
      assert.match(await mainText(page), /to acknowledge/i);

      await page.goto(at('/define-point'));
      for (const outcome of ['The boiler working', 'An apology and a name to ring']) {
        await assertAccessible(page);
        await fill(page, {
          understanding: `They say that ${outcome.toLowerCase()} is what has been missing`,
          outcomeSought: outcome,
        });
        await send(page);
      }
      await act(page, at('/assign'), { to: web.staff.officer });

      await act(page, at('/acknowledge'), { way: 'write' });
      await sendLetter(page, 'post');
      assert.match(await mainText(page), /Acknowledgement/);

      await act(page, at('/hear-position'), {
        side: 'resident',
        text: 'She showed the dates of her calls on her telephone.',
      });
      await page.goto(at('/points'));
      for (const [i, finding] of ['upheld', 'partly-upheld'].entries()) {
        await page.goto(at('/points'));
        await page.getByRole('link', { name: new RegExp(`^Decide.*point ${i + 1}`) }).click();
        await assertAccessible(page);
        await fill(page, {
          finding,
          reasons: 'Our records show the calls, and that no visit was booked until Friday.',
        });
        await send(page);
      }
      await act(page, at('/offer-remedy'), {
        kind: 'apology',
        text: 'We are sorry that nobody came or rang back.',
        points: true,
      });
      await act(page, at('/record-learning'), {
        otherCause: 'Nobody covers an absence on the day',
        learnt: 'no',
        text: 'One operative was ill; the cover worked from the next day.',
      });

      await page.goto(at('/respond'));
      await assertAccessible(page);
      await send(page);
      const letter = page.url();
      // The letter can't leave a point out: emptying the reasons of one is named, and sending is not offered.
      const reasons = page.locator('textarea[name^="place-reasons"]').first();
      const written = await reasons.inputValue();
      await reasons.fill('');
      await page.getByRole('button', { name: 'Save and check' }).click();
      await assertAccessible(page);
      assert.match(await mainText(page), /missing/i);
      assert.match(await mainText(page), /6\.9/);
      assert.equal(await page.getByText('Go on to send it').count(), 0);
      await page.locator('textarea[name^="place-reasons"]').first().fill(written);
      await page.getByRole('button', { name: 'Save and check' }).click();
      assert.equal(page.url().split('?')[0], letter.split('?')[0]);
      await sendLetter(page, 'post');
      await page.goto(at());
      assert.match(await mainText(page), /Stage 1: answered/i);

      await act(page, at('/escalate'), { which: 'some', points: true });
      const reviewer = await openAs(browser, web, 'reviewer', { javaScriptEnabled });
      await act(reviewer, at('/assign'), { to: web.staff.reviewer });
      await act(reviewer, at('/acknowledge'), { way: 'write' });
      await sendLetter(reviewer, 'post');
      await reviewer.goto(at('/points'));
      await reviewer
        .getByRole('link', { name: /^Decide/ })
        .first()
        .click();
      await fill(reviewer, {
        finding: 'upheld',
        reasons: 'The visit could have been booked on Monday. We were wrong to say otherwise.',
      });
      await send(reviewer);
      await act(reviewer, at('/record-learning'), {
        otherCause: 'Nobody covers an absence on the day',
        learnt: 'no',
        text: 'The same as at stage 1.',
      });
      await reviewer.goto(at('/respond-finally'));
      await send(reviewer);
      await sendLetter(reviewer, 'post');
      await reviewer.goto(at());
      assert.match(await mainText(reviewer), /Stage 2: answered/i);

      await page.goto(at('/clock'));
      await assertAccessible(page);
      const clock = await mainText(page);
      for (const provision of ['6.2', '6.3', '6.11', '6.14'])
        assert.ok(clock.includes(`Provision ${provision}`), provision);
      assert.match(clock, /day zero/);

      // Both letters come down as PDF.
      await page.goto(at('/letters'));
      const hrefs = await page
        .getByRole('link', { name: /^As it was sent/ })
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
      assert.equal(hrefs.length, 4, 'two acknowledgements and two answers');
      for (const href of hrefs) {
        const answer = await page.request.get(href);
        assert.equal(answer.headers()['content-type'], 'application/pdf');
        assert.equal((await answer.body()).subarray(0, 5).toString(), '%PDF-');
      }

      const tabs = ['', '/points', '/evidence', '/messages', '/letters', '/promises', '/clock', '/history'];
      await page.setViewportSize(phone.viewport);
      for (const tab of tabs) {
        await page.goto(at(tab));
        await assertAccessible(page);
        await assertFits(page);
      }
      await page.context().close();
      await reviewer.context().close();
    });
  });
}

test('and the history of it all proves itself', async () => {
  const found = await verify(web.db, { files: web.files });
  assert.deepEqual(found.broken, []);
  assert.equal(found.cases, ways.length);
});
