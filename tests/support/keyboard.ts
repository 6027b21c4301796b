/** Walks a page with the Tab key alone: everything that can be acted on is reached, in order, and seen to be reached. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** The names of what Tab reached, from the top of the page to its end. */
export async function walk(page: Page): Promise<string[]> {
  const wanted =
    (await page.evaluate(`[...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter((e) => e.type !== 'hidden' && !e.disabled && !(e.type === 'radio' && !e.checked && (document.querySelector('input[type=radio][name="' + e.name + '"]:checked') ?? document.querySelector('input[type=radio][name="' + e.name + '"]')) !== e)
      && e.checkVisibility({ visibilityProperty: true }) && !e.closest('[hidden]')).length`)) as number;
  await page.evaluate(
    `document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex'); window.scrollTo(0, 0)`,
  );
  const reached: string[] = [];
  for (let step = 0; step < wanted + 20; step++) {
    await page.keyboard.press('Tab');
    const at = (await page.evaluate(`(() => {
      const e = document.activeElement;
      if (!e || e === document.body || e.dataset.walked) return null;
      e.dataset.walked = 'yes';
      const style = getComputedStyle(e);
      const box = e.getBoundingClientRect();
      const marked = style.outlineStyle !== 'none' || style.boxShadow !== 'none' || getComputedStyle(e.nextElementSibling ?? e, '::before').boxShadow !== 'none';
      return { name: (e.innerText || e.getAttribute('aria-label') || e.name || e.id || e.tagName).trim().slice(0, 60), marked, seen: box.width > 0 && box.height > 0 };
    })()`)) as { name: string; marked: boolean; seen: boolean } | null;
    if (at === null) break;
    assert.ok(at.marked, `focus cannot be seen on '${at.name}' of ${page.url()}`);
    assert.ok(at.seen, `'${at.name}' of ${page.url()} takes the focus and cannot be seen`);
    reached.push(at.name);
  }
  assert.ok(
    reached.length >= wanted,
    `Tab reached ${reached.length} of ${wanted} on ${page.url()}: ${reached.join(' | ')}`,
  );
  return reached;
}
