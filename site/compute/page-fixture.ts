import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { contextOf } from '../../grader/report/html/browser-fixture.ts';
import { html } from '../../grader/report/html/escape.ts';
import { writeOut } from '../build/out.ts';
import { styleSheet } from '../build/styles.ts';
import { bundle } from '../build/vite.ts';
import { frame } from '../pages/frame.ts';
import { computePage } from './page.ts';

/** A page of a formula, for its place where values are tried. */
const EMBEDDING = {
  ...computePage,
  path: 'formulas/softmax.html',
  scripts: ['try-values'],
  main: html`<h1>Softmax</h1><div data-compute="softmax"><p>Try it</p></div>`,
};

let building: Promise<string> | null = null;

/** The folder with the pages that try a value: built once for all the tests of a process, and removed at its end. */
export function builtPages(): Promise<string> {
  building ??= built();
  return building;
}

async function built(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'backproof-compute-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await bundle(folder, { compute: 'site/compute/main.ts', 'try-values': 'site/compute/embed.ts' });
  writeOut(folder, 'assets/style.css', await styleSheet(fileURLToPath(new URL('../../', import.meta.url))));
  // Light and dark are the system's here, and the icon is none.
  for (const file of ['assets/head.js', 'assets/favicon.svg', 'site.webmanifest']) writeOut(folder, file, '');
  // Nor do they keep the site, which is not there.
  for (const page of [computePage, EMBEDDING]) writeOut(folder, page.path, frame({ ...page, keepsSite: true }));
  return folder;
}

/** A page of a server, and what it did; each list should be empty. */
export interface Opened {
  page: Page;
  /** addresses of other hosts that were asked for */
  strangers: string[];
  /** what the console or an uncaught error said, refusals of the policy too */
  faults: string[];
}

/** Opens an address in a context of a browser. */
export async function openPage(context: BrowserContext, address: string): Promise<Opened> {
  const page = await context.newPage();
  const [strangers, faults]: [string[], string[]] = [[], []];
  const { host } = new URL(address);
  // The context hears the requests of workers too.
  context.on('request', (request) => {
    if (!request.url().startsWith('blob:') && new URL(request.url()).host !== host) strangers.push(request.url());
  });
  context.on('console', (message) => faults.push(`${message.type()}: ${message.text()}`));
  context.on('weberror', (error) => faults.push(error.error().message));
  // The transpiler names functions by a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (f) => f');
  await page.goto(address);
  return { page, strangers, faults };
}

/** Opens an address in a context of its own, which closes when the test ends. */
export async function openedAt(
  browser: Browser | null,
  address: string,
  how: BrowserContextOptions = {},
): Promise<Opened> {
  return openPage(await contextOf(browser, { viewport: { width: 1280, height: 900 }, ...how }), address);
}
