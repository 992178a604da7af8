import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { onTestFinished, test } from 'vitest';
import { chromiumPath, NO_CHROMIUM } from './chromium-path.ts';

const CHROMIUM = chromiumPath();
if (CHROMIUM === null) {
  process.stderr.write(`tests in a browser are skipped: ${NO_CHROMIUM}\n`);
}

/** How long a page is waited for: on a machine with other work it takes many times as long as alone. */
export const PATIENCE_MS = 90_000;

/** A test that needs a real Chromium; skipped if there is none. */
export const browserTest = test.skipIf(CHROMIUM === null);

/** Starts the Chromium that was found, null if there is none; `args` are its switches. */
export async function launched(args: string[] = []): Promise<Browser | null> {
  return CHROMIUM === null ? null : chromium.launch({ executablePath: CHROMIUM, args, timeout: PATIENCE_MS });
}

/** A context that waits for what a page comes to show; it closes when the test ends. */
export async function contextOf(browser: Browser | null, how: BrowserContextOptions = {}): Promise<BrowserContext> {
  if (browser === null) throw new Error('this test must be skipped without Chromium');
  const context = await browser.newContext(how);
  onTestFinished(() => context.close());
  context.setDefaultTimeout(PATIENCE_MS);
  return context;
}

/** A page from the file system, and what it did; each list should be empty. */
export interface Opened {
  page: Page;
  /** addresses requested, apart from the files that the test itself opened */
  requests: string[];
  /** what the console, an uncaught error or a dialog said */
  faults: string[];
}

/** Opens a file as a double click would, without a network; it closes when the test ends. */
export async function opened(browser: Browser | null, file: string, how: BrowserContextOptions = {}): Promise<Opened> {
  const context = await contextOf(browser, { viewport: { width: 1200, height: 900 }, offline: true, ...how });
  const page = await context.newPage();
  const address = pathToFileURL(file).href;
  const [requests, faults]: [string[], string[]] = [[], []];
  page.on('request', (request) => {
    const [asked] = request.url().split('#');
    if (asked !== address) requests.push(request.url());
  });
  page.on('console', (message) => faults.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('dialog', async (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  // The transpiler names functions by a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (f) => f');
  await page.goto(address);
  return { page, requests, faults };
}

export const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
/** A4 at 96 dots an inch, less margins of 15 mm. */
export const PAPER: BrowserContextOptions = { viewport: { width: 680, height: 1009 } };
