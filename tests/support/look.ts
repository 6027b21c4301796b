/** For whoever wants to look at what a test walks through: PUTRIGHT_LOOK names where pictures of its pages go. */
import type { Page } from './browser.js';

/** A picture of the whole page, called after the place that PUTRIGHT_LOOK names; nothing when it names none. */
export async function look(page: Page, name: string): Promise<void> {
  const place = process.env.PUTRIGHT_LOOK;
  if (place) await page.screenshot({ path: `${place}-${name}.png`, fullPage: true });
}
