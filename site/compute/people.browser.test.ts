import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { browserTest, launched, PHONE } from '../../grader/report/html/browser-fixture.ts';
import { faintTexts, sticksOut } from '../../grader/report/html/in-page-fixture.ts';
import { type Served, serve } from '../serve/server.ts';
import { builtPages, openedAt } from './page-fixture.ts';

let browser: Browser | null = null;
let served: Served | undefined;

beforeAll(async () => {
  browser = await launched();
  if (browser !== null) served = await serve(await builtPages(), { base: '/course/' });
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

function address(rest = 'compute.html'): string {
  return `${served?.address}${rest}`;
}

/** The page has computed, or said why not. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('.compute-trial')?.hasAttribute('aria-busy') === false &&
      document.querySelector('.compute-status')?.textContent !== '',
  );
}

/** Types into a field, and waits for what comes of it. */
async function typed(page: Page, label: string, text: string): Promise<void> {
  await page.evaluate(() => document.querySelector('.compute-status')?.replaceChildren());
  const field = page.getByLabel(label, { exact: true });
  // A paste of megabytes at once; typing them takes Playwright minutes.
  if (text.length < 1000) await field.fill(text);
  else
    await field.evaluate((control, pasted) => {
      (control as HTMLTextAreaElement).value = pasted;
      control.dispatchEvent(new Event('input', { bubbles: true }));
    }, text);
  await settled(page);
}

browserTest('softmax is there, and a change is computed as one types', async () => {
  const { page, strangers, faults } = await openedAt(browser, address());
  await settled(page);
  expect(await page.getByLabel('Formula').inputValue()).toBe('softmax');
  await typed(page, 'logits', '[[0, 0, "-Infinity"]]');
  expect(await page.locator('.compute-grid').first().innerText()).toBe('0.5\t0.5\t0');
  expect(page.url()).toContain('#formula=softmax&args=[[[0,0,');
  expect([strangers, faults]).toEqual([[], []]);
});

browserTest('the keyboard alone chooses a formula, fills it in, compares and copies', async () => {
  const { page, faults } = await openedAt(browser, address(), { permissions: ['clipboard-read', 'clipboard-write'] });
  await settled(page);
  await page.getByLabel('Formula').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('step');
  await page.keyboard.press('Enter');
  await page.locator('.compute-id', { hasText: /^step$/ }).waitFor();
  await settled(page);
  const seen: string[] = [];
  for (let n = 0; n < 30; n++) {
    await page.keyboard.press('Tab');
    // Behind the last stop the focus is in the browser's own controls, and on nothing of the page.
    const name = await page.evaluate(() => {
      const focused = document.activeElement as HTMLElement | null;
      return focused?.getAttribute('name') ?? focused?.innerText ?? '';
    });
    seen.push(name);
    if (name === 'cpu') await page.keyboard.press('Space');
    if (name !== 'Copy as a command') continue;
    await settled(page);
    await page.keyboard.press('Enter');
    break;
  }
  expect(seen).toContain('Copy as a command');
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^printf '%s\\n' '\[.*\]' \| backproof compute step -\nprintf .* --with cpu$/,
  );
  expect(faults).toEqual([]);
});

describe('what cannot be computed is said in one line, at its field', () => {
  browserTest.each([
    ['[[1, 2], [3]]', 'logits[1]: expected 2 entries like the first of its level, got 1'],
    ['[[true]]', 'logits[0][0]: expected a number, got the boolean true'],
    ['[[1,\n 2,,3]]', 'logits: not JSON at line 2, column 4: expected a value'],
    [
      '[[NaN]]',
      'logits: not JSON at line 1, column 3: expected a value (NaN and Infinity are written "NaN", "Infinity")',
    ],
    [
      '[[1e400, 1]]',
      'logits: the number at line 1, column 3 is too large for float64 (1.7976931348623157e+308 at most; infinity is written "Infinity")',
    ],
    ['', 'logits: expected a value, got nothing'],
    [
      '[["<img src=x onerror=alert(1)>"]]',
      "logits[0][0]: expected a number, got the string '<img src=x onerror=alert(1)>'",
    ],
    ['['.repeat(100_000), 'logits: expected at most 32 levels of brackets, got 100,000'],
    [
      '1'.repeat(5_000_000),
      'logits: 5,000,000 characters are too many for this page (1,000,000 at most): use backproof compute',
    ],
  ])('%.30s', async (text, message) => {
    const { page, faults } = await openedAt(browser, address('compute.html#softmax'));
    await settled(page);
    await typed(page, 'logits', text);
    const field = page.getByLabel('logits', { exact: true });
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    const [, error = ''] = ((await field.getAttribute('aria-describedby')) ?? '').split(' ');
    expect(await page.locator(`#${error}`).innerText()).toBe(message);
    expect(await page.locator('.compute-results').innerText()).toBe('');
    expect(await page.locator('main img').count()).toBe(0);
    await typed(page, 'logits', '[[1, 1]]');
    expect(await field.getAttribute('aria-invalid')).toBeNull();
    expect(await page.locator('.compute-grid').first().innerText()).toBe('0.5\t0.5');
    expect(faults).toEqual([]);
  });
});

describe('a link that is broken says so', () => {
  browserTest.each([
    ['#formula=sofmax', 'unknown formula sofmax (did you mean softmax?)'],
    ['?formula=constructor', 'unknown formula constructor'],
    ['#formula=softmax&args=[[1,', 'this link cannot be read: args: not JSON at line 1, column 5: expected a value'],
    ['#args=[]', 'this link names no formula: it should begin with #formula='],
    ['#formula=softmax&with=cuda', 'with in this link: expected any of wasm, webgpu, cpu, got cuda'],
    ['#formula=%3Cimg%20src=x%3E', 'unknown formula <img src=x>'],
  ])('%s', async (link, message) => {
    const { page, faults } = await openedAt(browser, address(`compute.html${link}`));
    await expect.poll(() => page.locator('#compute-name-error').innerText()).toBe(message);
    expect(faults).toEqual([]);
  });

  browserTest.each([
    ['args=[[[1]],{},3]', 'expected at most 2 arguments (logits, options), got 3'],
    ['args=[[[1]],7]', 'options: expected an object, got the number 7'],
    ['args=[[[1]],{"axis":9}]', 'axis'],
  ])('%s', async (args, message) => {
    const { page, faults } = await openedAt(browser, address(`compute.html#formula=softmax&${args}`));
    await expect.poll(() => page.locator('.compute-status').innerText()).toContain(message);
    expect(faults).toEqual([]);
  });
});

browserTest('words are words, whatever is in them', async () => {
  const { page, faults } = await openedAt(browser, address('compute.html#bleu'));
  await settled(page);
  const word = '<img src=x onerror=globalThis.ran=1>'.replaceAll(' ', '\u00a0');
  await typed(page, 'candidate', JSON.stringify(['<b>the</b>', '<script>globalThis.ran=1</script>']));
  await typed(page, 'references', JSON.stringify([['<b>the</b>', word]]));
  expect(await page.locator('main :is(img, script, b)').count()).toBe(0);
  expect(await page.evaluate('globalThis.ran')).toBeUndefined();
  expect(faults).toEqual([]);
});

browserTest('endless work is stopped by the budget and by the reader, and the page stays alive', async () => {
  const { page, faults } = await openedAt(browser, address('compute.html#zeros'));
  await settled(page);
  await typed(page, 'shape', '[200000000]');
  expect(await page.locator('.compute-status').innerText()).toBe(
    'The reference took longer than 2 s and was stopped: try smaller values.',
  );
  await page.getByLabel('shape', { exact: true }).fill('[200000001]');
  await page.getByRole('button', { name: 'Stop' }).click();
  await settled(page);
  expect(await page.locator('.compute-status').innerText()).toBe('Stopped.');
  await typed(page, 'shape', '[2]');
  expect(await page.locator('.compute-grid').first().innerText()).toBe('0\t0');
  expect(faults).toEqual([]);
});

describe('beside TensorFlow.js', () => {
  const link = 'compute.html#formula=softmax&args=[[[0,1]]]&with=wasm,webgpu,cpu';

  browserTest('a browser without WebGPU says so, and the others agree', async () => {
    const { page, strangers, faults } = await openedAt(browser, address(link));
    await settled(page);
    const table = await page.locator('.compute-comparison').innerText();
    expect(table.match(/✓ agrees/g)).toHaveLength(4);
    expect(table).toContain('this browser finds no graphics processor for WebGPU');
    expect([strangers, faults]).toEqual([[], []]);
  });

  browserTest('WebGPU computes in the worker, under the policy', async () => {
    const withGpu = await launched(['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader']);
    try {
      const { page, strangers, faults } = await openedAt(
        withGpu,
        address('compute.html#formula=softmax&args=[[[0,1]]]&with=webgpu'),
      );
      await settled(page);
      expect(await page.locator('.compute-comparison').innerText()).toMatch(
        /tfjs-backend-webgpu, .*swiftshader\s+✓ agrees/i,
      );
      expect([strangers, faults]).toEqual([[], []]);
    } finally {
      await withGpu?.close();
    }
  });

  browserTest.each([
    ['WebAssembly.validate = () => false;', /without SIMD: this browser has none, so it computes more slowly/],
    ['delete globalThis.WebAssembly;', /this browser has no WebAssembly/],
  ])('with %s wasm says what is missing', async (code, line) => {
    const lacking = await serve(await builtPages(), {
      base: '/course/',
      alter: (path, bytes) =>
        /assets\/worker-[^/]*\.js$/.test(path) ? Buffer.concat([Buffer.from(`${code}\n`), bytes]) : bytes,
    });
    try {
      const { page } = await openedAt(
        browser,
        `${lacking.address}compute.html#formula=softmax&args=[[[0,1]]]&with=wasm`,
      );
      await settled(page);
      expect(await page.locator('.compute-comparison').innerText()).toMatch(line);
    } finally {
      await lacking.close();
    }
  });
});

describe.each([
  ['a phone', PHONE],
  ['a desk', {}],
])('on %s', (_, how) => {
  browserTest.each(['light', 'dark'] as const)('it is readable and usable in the %s', async (colorScheme) => {
    const link = 'compute.html#formula=lstmCell&with=wasm';
    const { page } = await openedAt(browser, address(link), { ...how, colorScheme });
    await settled(page);
    await page.getByLabel('x', { exact: true }).fill('[[1');
    await settled(page);
    await page.locator('.compute-error:visible').first().waitFor();
    expect(await page.evaluate(faintTexts)).toEqual([]);
    await page.getByLabel('x', { exact: true }).fill('[[1]]');
    await page.locator('[data-result] h3').first().waitFor();
    await settled(page);
    for (const summary of await page.locator('summary').all()) await summary.click();
    expect(await page.evaluate(sticksOut)).toEqual([]);
    expect(await page.evaluate(faintTexts)).toEqual([]);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 100)).join(' | ')}`),
    ).toEqual([]);
  });
});

browserTest('the page of a formula has the form in its own place', async () => {
  const { page, strangers, faults } = await openedAt(browser, address('formulas/softmax.html'));
  await page.getByText('Try values here').click();
  await page.locator('.compute-grid').first().waitFor();
  expect(await page.locator('.compute-embed h2').count()).toBe(0);
  expect(page.url()).not.toContain('#');
  expect([strangers, faults]).toEqual([[], []]);
});
