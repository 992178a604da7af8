import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { browserTest, contextOf, launched } from '../../grader/report/html/browser-fixture.ts';
import { builtPages, pagesIn } from '../build/built-fixture.ts';
import { type Served, serve } from '../serve/server.ts';

// The pages in a real Chromium, from a server that has them under a sub-path.

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** One of each kind, among the formulas those with the widest formulas, the longest code and errata. */
const SAMPLES = [
  'index.html',
  'lectures.html',
  'lectures/11.html',
  'formulas/softmax.html',
  'formulas/layerNorm.html',
  'formulas/multiHeadAttention.html',
  'formulas/samePadding.html',
  'errata.html',
  'divergences.html',
  'hints.html',
  'accuracy.html',
  'speed.html',
  'about.html',
];

/** Milliseconds, for what goes through many pages: the machine may have other work. */
const PATIENCE = 900_000;

let browser: Browser | null = null;
let site: Served;
let out: string;

beforeAll(async () => {
  browser = await launched();
  if (browser === null) return;
  const built = await builtPages();
  out = built.out;
  site = await serve(out, { base: '/course/site/' });
  return built.remove;
}, PATIENCE);

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** A page and what went wrong on it: refused by the policy, missing, thrown or asked of another host. */
async function visited(path: string, how: BrowserContextOptions = {}): Promise<{ page: Page; faults: string[] }> {
  const page = await (await contextOf(browser, how)).newPage();
  const faults: string[] = [];
  page.on('console', (message) => faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(site.address)) faults.push(request.url());
  });
  await page.goto(`${site.address}${path}`);
  return { page, faults };
}

/** What axe finds on a page, each rule with the first place. */
async function foundByAxe(page: Page, path: string, options: object = {}): Promise<string[]> {
  await page.goto(`${site.address}${path}`);
  await page.evaluate(AXE);
  const { violations } = (await page.evaluate(`axe.run(${JSON.stringify(options)})`)) as {
    violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
  };
  return violations.map(({ id, nodes }) => `${path}: ${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
}

browserTest(
  'axe finds nothing on pages of each kind',
  async () => {
    const { page, faults } = await visited('index.html', { colorScheme: 'light' });
    for (const path of SAMPLES) expect(await foundByAxe(page, path)).toEqual([]);
    expect(faults).toEqual([]);
  },
  PATIENCE,
);

browserTest(
  'nor does it find too little contrast in the dark',
  async () => {
    const { page } = await visited('index.html', { colorScheme: 'dark' });
    for (const path of ['index.html', 'formulas/softmax.html', 'errata.html'])
      expect(await foundByAxe(page, path, { runOnly: ['color-contrast'] })).toEqual([]);
  },
  PATIENCE,
);

browserTest(
  'no page is wider than a phone',
  async () => {
    const { page } = await visited('index.html', { viewport: { width: 320, height: 700 }, javaScriptEnabled: false });
    const wide: string[] = [];
    for (const { path } of pagesIn(out)) {
      // The style sheet is there by 'load'. It is the layout, asked for by the width, that begins to load the fonts.
      await page.goto(`${site.address}${path}`, { waitUntil: 'load' });
      await page.evaluate('document.documentElement.scrollWidth; document.fonts.ready.then(() => {})');
      if ((await page.evaluate('document.documentElement.scrollWidth')) !== 320) wide.push(path);
    }
    expect(wide).toEqual([]);
  },
  PATIENCE,
);

browserTest('the switch changes the colours and is kept for the next page', async () => {
  const { page, faults } = await visited('index.html', { colorScheme: 'light' });
  const ground = (): Promise<unknown> => page.evaluate('getComputedStyle(document.body).backgroundColor');
  const light = await ground();
  await page.getByRole('button', { name: 'Dark colours' }).click();
  const dark = await ground();
  expect(dark).not.toBe(light);
  await page.goto(`${site.address}formulas/softmax.html`);
  expect(await ground()).toBe(dark);
  expect(await page.getByRole('button', { name: 'Dark colours' }).getAttribute('aria-pressed')).toBe('true');
  expect(faults).toEqual([]);
});

browserTest('the switch works where storage is forbidden', async () => {
  const { page, faults } = await visited('about.html', { colorScheme: 'light' });
  await page.addInitScript(
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } })",
  );
  await page.reload();
  await page.getByRole('button', { name: 'Dark colours' }).click();
  expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
  expect(faults).toEqual([]);
});

browserTest('the slash leads to the search from any page, and the arrows to what it finds', async () => {
  const { page, faults } = await visited('formulas/adam.html');
  await page.keyboard.press('/');
  await page.waitForURL('**/index.html#search');
  const search = page.getByRole('searchbox');
  await search.and(page.locator(':focus')).waitFor();
  await page.keyboard.type('kullback');
  await page.getByRole('link', { name: 'Kullback-Leibler divergence' }).waitFor();
  expect(await page.locator('#all').isVisible()).toBe(false);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/formulas/kl*.html');
  expect(faults).toEqual([]);
});

browserTest('a search that finds nothing says so and leaves the list', async () => {
  const { page } = await visited('index.html');
  await page.getByRole('searchbox').fill('zzzzzz<img src=x>');
  await page.getByText('Nothing found').waitFor();
  expect(await page.locator('#all').isVisible()).toBe(true);
  expect(await page.locator('main img').count()).toBe(0);
});

browserTest('divergences are filtered by op and backend', async () => {
  const { page, faults } = await visited('divergences.html');
  const cards = page.locator('.divergence:visible');
  const all = await cards.count();
  await page.getByLabel('Backend').selectOption('wasm');
  const ofWasm = await cards.count();
  expect(ofWasm).toBeGreaterThan(0);
  expect(ofWasm).toBeLessThan(all);
  await page.getByLabel('Op', { exact: true }).selectOption('abs');
  expect(await cards.evaluateAll((them) => them.map((it) => it.id))).toEqual(['abs-gradient-at-zero', 'abs-of-bool']);
  expect(await page.getByRole('status').textContent()).toBe('2 shown');
  expect(faults).toEqual([]);
});

browserTest('without scripts everything is there but what needs them', async () => {
  const { page } = await visited('index.html', { javaScriptEnabled: false });
  expect(await page.getByRole('link', { name: 'Softmax', exact: true }).isVisible()).toBe(true);
  expect(await page.getByRole('searchbox').isVisible()).toBe(false);
  await page.goto(`${site.address}divergences.html`);
  expect(await page.locator('.divergence').count()).toBeGreaterThan(200);
  expect(await page.getByLabel('Backend').isVisible()).toBe(false);
});

browserTest('the first tab leads past the header, and code can be scrolled by keyboard', async () => {
  const { page } = await visited('formulas/softmax.html', { viewport: { width: 390, height: 800 } });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate('document.activeElement.id')).toBe('main');
  const code = page.getByRole('group', { name: 'reference/training/softmax.ts' });
  await code.focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(
    () => (document.querySelector('[aria-label="reference/training/softmax.ts"]')?.scrollLeft ?? 0) > 0,
  );
});
