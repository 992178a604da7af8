import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished } from 'vitest';
import { browserTest, contextOf, launched } from '../../grader/report/html/browser-fixture.ts';
import { type Served, serve } from '../serve/server.ts';
import { writeBuild } from './offline-fixture.ts';

// A real service worker, in a real browser, on a site of a few files.

declare const version: string;
declare const data: (path: string) => Promise<string>;

const BASE = '/courses/nn/';
const folder = mkdtempSync(join(tmpdir(), 'backproof-offline-'));
const site = join(folder, 'site');
let browser: Awaited<ReturnType<typeof launched>>;
let served: Served;
let port = 0;

beforeAll(async () => {
  browser = await launched();
});
beforeEach(async () => {
  await writeBuild(site, 'one');
  await online();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

browserTest('after the first visit, every page works without a network, under a path of its own', async () => {
  const { context, page } = await visited();
  await context.setOffline(true);
  await served.close();
  await page.reload();
  expect(await saidBy(page)).toEqual(['one', 'one', 'one']);
  await page.goto(`${served.address}formulas/softmax.html?exercise=relu#law`);
  expect(await saidBy(page)).toEqual(['one', 'one', 'one']);
  await expect(page.goto(`${served.address}formulas/none.html`)).rejects.toThrow('ERR_');
});

browserTest(
  'the page of the first visit works on without a network, though it came without a service worker',
  async () => {
    const { context, page } = await visited();
    await context.setOffline(true);
    await served.close();
    expect(await saidBy(page)).toEqual(['one', 'one', 'one']);
  },
);

browserTest('a new build is fetched at a visit, and the next one shows it, whole', async () => {
  const { page } = await visited();
  await writeBuild(site, 'two');
  await page.reload();
  expect(await saidBy(page)).toEqual(['one', 'one', 'one']);
  await waiting(page);
  expect(await saidBy(page)).toEqual(['one', 'one', 'one']);
  await page.reload();
  await page.waitForFunction(() => version === 'two');
  expect(await saidBy(page)).toEqual(['two', 'two', 'two']);
  await expect.poll(() => keptVersions(page)).toEqual(['two']);
});

browserTest('a page that is open stays with its build, whatever another one opens', async () => {
  const { context, page } = await visited();
  await writeBuild(site, 'two');
  const other = await context.newPage();
  await other.goto(served.address);
  await waiting(other);
  await other.reload();
  await other.waitForTimeout(500);
  expect(await saidBy(other)).toEqual(['one', 'one', 'one']);
  expect(await saidBy(page)).toEqual(['one', 'one', 'one']);
  await page.close();
  await other.reload();
  await other.waitForFunction(() => version === 'two');
  expect(await saidBy(other)).toEqual(['two', 'two', 'two']);
});

browserTest('a build of which only a part is on the server yet is not taken over', async () => {
  const { page } = await visited();
  await writeBuild(site, 'two');
  writeFileSync(join(site, 'data/version.json'), '"three"');
  await page.reload();
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const { installing } = await registration.update();
    if (installing === null) return;
    await new Promise<void>((done) => {
      installing.addEventListener('statechange', () => installing.state === 'redundant' && done());
    });
  });
  await page.reload();
  expect(await saidBy(page)).toEqual(['one', 'one', 'one']);
  await writeBuild(site, 'two');
  await page.reload();
  await waiting(page);
  await page.reload();
  await page.waitForFunction(() => version === 'two');
});

async function online(): Promise<void> {
  served = await serve(site, { base: BASE, port });
  port = Number(new URL(served.address).port);
  onTestFinished(() => served.close());
}

/** A page whose first visit is over: the whole site is kept. */
async function visited(): Promise<{ context: BrowserContext; page: Page }> {
  const context = await contextOf(browser);
  const page = await context.newPage();
  await page.goto(served.address);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return { context, page };
}

/** What the page itself, its script, and its data say that they are of. */
async function saidBy(page: Page): Promise<string[]> {
  return page.evaluate(async () => [document.title, version, await data('data/version.json')]);
}

/** Until a new build is kept, beside the one that is used. */
async function waiting(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state))
    .toBe('installed');
}

/** Of which builds the browser keeps data. */
async function keptVersions(page: Page): Promise<unknown[]> {
  return page.evaluate(async () => {
    const [name = ''] = await caches.keys();
    const cache = await caches.open(name);
    const requests = (await cache.keys()).filter(({ url }) => url.endsWith('version.json'));
    return Promise.all(requests.map(async (request) => (await cache.match(request))?.json()));
  });
}
