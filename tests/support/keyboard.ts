/** Walks a page with the Tab key alone: everything that can be acted on is reached, in order, and seen to be reached. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** What Tab reached, and whether it can be seen that it did. */
interface Reached {
  readonly name: string;
  readonly marked: boolean;
  readonly seen: boolean;
}

/** In the page: an element that has the focus now, null when it had it before. */
const look = `(e) => {
  if (!e || e === document.body || e.dataset.walked) return null;
  e.dataset.walked = 'yes';
  const style = getComputedStyle(e);
  const box = e.getBoundingClientRect();
  const marked = style.outlineStyle !== 'none' || style.boxShadow !== 'none' || getComputedStyle(e.nextElementSibling ?? e, '::before').boxShadow !== 'none';
  return { name: (e.innerText || e.getAttribute('aria-label') || e.name || e.id || e.tagName).trim().slice(0, 60), marked, seen: box.width > 0 && box.height > 0 };
}`;

/** The names of what Tab reached, from the top of the page to its end. */
export async function walk(page: Page): Promise<string[]> {
  const wanted =
    (await page.evaluate(`[...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter((e) => e.type !== 'hidden' && !e.disabled && !(e.type === 'radio' && !e.checked && (document.querySelector('input[type=radio][name="' + e.name + '"]:checked') ?? document.querySelector('input[type=radio][name="' + e.name + '"]')) !== e)
      && e.checkVisibility({ visibilityProperty: true }) && !e.closest('[hidden]')).length`)) as number;
  await page.evaluate(
    `document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex'); window.scrollTo(0, 0)`,
  );
  const all = (await listens(page)) ? await inOneGo(page, wanted + 20) : await stepByStep(page, wanted + 20);
  for (const { name, marked, seen } of all) {
    assert.ok(marked, `focus cannot be seen on '${name}' of ${page.url()}`);
    assert.ok(seen, `'${name}' of ${page.url()} takes the focus and cannot be seen`);
  }
  const reached = all.map(({ name }) => name);
  assert.ok(
    reached.length >= wanted,
    `Tab reached ${reached.length} of ${wanted} on ${page.url()}: ${reached.join(' | ')}`,
  );
  return reached;
}

/** Whether the page notes by itself what takes the focus: not where scripts are off. */
async function listens(page: Page): Promise<boolean> {
  return page.evaluate(`(() => {
    const look = ${look};
    window.walked = [];
    let heard = false, over = false, last = document.body;
    document.addEventListener('focusin', ({ target }) => {
      heard = true;
      if (over || target === last) return;
      last = target;
      const at = look(target);
      // Where it has been before it goes round: nothing behind that is reached in order.
      if (at === null) over = true;
      else window.walked.push(at);
    });
    document.body.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
    return heard;
  })()`);
}

/** The keys follow each other without waiting for an answer. */
async function inOneGo(page: Page, steps: number): Promise<readonly Reached[]> {
  const keys = await page.context().newCDPSession(page);
  const tab = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };
  await Promise.all(
    Array.from({ length: steps }, () => [
      keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...tab }),
      keys.send('Input.dispatchKeyEvent', { type: 'keyUp', ...tab }),
    ]).flat(),
  );
  await keys.detach();
  return page.evaluate('window.walked');
}

async function stepByStep(page: Page, steps: number): Promise<readonly Reached[]> {
  const all: Reached[] = [];
  for (let step = 0; step < steps; step++) {
    await page.keyboard.press('Tab');
    const at = (await page.evaluate(`(${look})(document.activeElement)`)) as Reached | null;
    if (at === null) break;
    all.push(at);
  }
  return all;
}
