import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { exactJson } from '../../grader/command-line/commands/exact-json.ts';
import { browserTest, launched, PATIENCE_MS } from '../../grader/report/html/browser-fixture.ts';
import { loadEntries } from '../../properties/entry/entries.ts';
import type { Entry } from '../../properties/entry/entry.ts';
import { boundOf, plain } from '../../properties/entry/subject.ts';
import { formatOf } from '../../properties/rounding/backend-format.ts';
import { describeMismatch, firstMismatch } from '../../properties/values/agreement.ts';
import { type Format, float64 } from '../../properties/values/format.ts';
import { zipNumbers } from '../../properties/values/tree.ts';
import { fromJson, type Value } from '../../properties/values/value.ts';
import { type Served, serve } from '../serve/server.ts';
import { fragmentOf } from './link.ts';
import { builtPages, type Opened, openPage } from './page-fixture.ts';

// Every worked example of every formula in the page, by the link that carries it, beside what Node computes.

/** The page's results as it gives them as JSON. */
interface Results {
  formula: string;
  results: Record<string, { value: unknown; agrees?: boolean; gradient?: { agrees?: boolean } }>;
}

let browser: Browser | null = null;
let served: Served | undefined;
let opened: Opened | undefined;

beforeAll(async () => {
  browser = await launched();
  if (browser === null) return;
  served = await serve(await builtPages(), { base: '/course/' });
  const context = await browser.newContext();
  context.setDefaultTimeout(PATIENCE_MS);
  opened = await openPage(context, `${served.address}compute.html`);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

const entries = await loadEntries();

describe.each(entries)('$path', ({ entry }) => {
  browserTest('computes its worked examples as Node does', async () => {
    if (!opened) throw new Error('the page is not open');
    const compute = plain(entry, entry.reference);
    for (const { name, args } of entry.worked) {
      const { formula, results } = await resultsIn(opened.page, entry, args as readonly Value[]);
      expect(formula).toBe(entry.id);
      const { value, calls } = listening(() => compute(args as readonly Value[]));
      const got = fromJson(results['reference']?.value);
      const same = await opened.page.evaluate(differingCalls, calls).then((differing) => differing === 0);
      if (same) expect(exactJson(got), name).toBe(exactJson(value));
      else expectWithinBound(entry, args as readonly Value[], got, float64);
      if (!entry.accelerated) continue;
      expectWithinBound(entry, args as readonly Value[], fromJson(results['wasm']?.value), formatOf('wasm'));
      expect(results['wasm']?.agrees, name).toBe(true);
      expect(results['wasm']?.gradient?.agrees ?? true, `${name}: gradient`).toBe(true);
    }
    expect([opened.strangers, opened.faults]).toEqual([[], []]);
  });
});

/** What the page shows for the link that carries the arguments. */
async function resultsIn(page: Page, entry: Entry, args: readonly Value[]): Promise<Results> {
  await page.evaluate(followed, fragmentOf(entry.id, { args }, entry.accelerated ? ['wasm'] : []));
  // A function, since Playwright evaluates in the page what is a string, which the policy forbids.
  await page.waitForFunction(() => document.querySelector('#compute-formula')?.hasAttribute('aria-busy') === false);
  return JSON.parse((await page.locator('[data-compute-json]').textContent()) ?? '') as Results;
}

/** Runs in the page: follows a link within it, which clears what was shown. */
function followed(fragment: string | null): Promise<void> {
  return new Promise((done) => {
    addEventListener('hashchange', () => done(), { once: true });
    location.hash = fragment ?? '';
  });
}

const ELEMENTARY = [
  'exp',
  'expm1',
  'log',
  'log1p',
  'log2',
  'tanh',
  'sinh',
  'cosh',
  'sin',
  'cos',
  'pow',
  'hypot',
] as const;
type Call = [name: (typeof ELEMENTARY)[number], args: number[], result: number];

/** What is computed, and the elementary functions' calls in it. */
function listening<T>(compute: () => T): { value: T; calls: Call[] } {
  const calls: Call[] = [];
  const own = ELEMENTARY.map((name) => [name, Math[name] as (...args: number[]) => number] as const);
  for (const [name, f] of own) {
    const heard = (...args: number[]): number => {
      const result = f(...args);
      calls.push([name, args, result]);
      return result;
    };
    Object.assign(Math, { [name]: heard });
  }
  try {
    return { value: compute(), calls };
  } finally {
    Object.assign(Math, Object.fromEntries(own));
  }
}

/** Runs in the page: how many of the calls give another result there. Each version of V8 has functions of its own. */
function differingCalls(calls: Call[]): number {
  return calls.filter(([name, args, result]) => {
    const f = Math[name] as (...args: number[]) => number;
    return !Object.is(f(...args), result);
  }).length;
}

function expectWithinBound(entry: Entry, args: readonly Value[], got: Value, format: Format): void {
  const { allowed, because } = boundOf(entry, args, format);
  const mine = boundOf(entry, args, float64).allowed;
  const mismatch = firstMismatch(got, plain(entry, entry.reference)(args), {
    allowed: zipNumbers(allowed, mine, (a, b) => a + b),
    because,
    signedZero: false,
  });
  expect(mismatch && describeMismatch(mismatch)).toBeNull();
}
