import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { contextOf } from '../../grader/report/html/browser-fixture.ts';

/** A page of the playground and what went wrong in it; the list should be empty. */
export interface OpenedPage {
  page: Page;
  context: BrowserContext;
  faults: string[];
}

interface How extends BrowserContextOptions {
  /** runs before the page's own scripts */
  before?: string;
}

/** Opens an address in a browser of its own, as a first visitor; it closes when the test ends. */
export async function openedPage(browser: Browser | null, address: string, how: How = {}): Promise<OpenedPage> {
  const { before, ...options } = how;
  const context = await contextOf(browser, { viewport: { width: 1280, height: 900 }, ...options });
  if (before !== undefined) await context.addInitScript(before);
  // The transpiler names functions by a helper that the page does not have.
  await context.addInitScript('globalThis.__name = (f) => f');
  const opened = { page: await context.newPage(), context, faults: [] as string[] };
  watch(opened.page, address, opened.faults);
  await opened.page.goto(address);
  return opened;
}

/** A further tab of the same person. */
export async function furtherTab({ context, faults }: OpenedPage, address: string): Promise<Page> {
  const page = await context.newPage();
  watch(page, address, faults);
  await page.goto(address);
  return page;
}

function watch(page: Page, address: string, faults: string[]): void {
  const { origin } = new URL(address);
  page.on('request', (request) => {
    if (!/^(?:blob|data):/.test(request.url()) && new URL(request.url()).origin !== origin)
      faults.push(`asked for ${request.url()}`);
  });
  page.on('console', (message) => faults.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('dialog', async (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
}
