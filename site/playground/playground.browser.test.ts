import { readFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { browserTest, launched, PHONE } from '../../grader/report/html/browser-fixture.ts';
import { faintTexts, sticksOut } from '../../grader/report/html/in-page-fixture.ts';
import type { Served } from '../serve/server.ts';
import { furtherTab, openedPage } from './page-fixture.ts';
import { servedPlayground } from './served-fixture.ts';

let browser: Browser | null = null;
let served: Served;
beforeAll(async () => {
  browser = await launched();
  if (browser !== null) served = await servedPlayground();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

const at = (search: string): string => `${served.address}playground.html${search}`;
const ONE = '?exercise=softmax';
const TWO = '?assignment=week-4.json';

async function write(page: Page, code: string): Promise<void> {
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(code);
}

/** What the editor shows. */
function shown(page: Page): Promise<string> {
  return page.locator('.cm-content').innerText();
}

/** The class of what has the focus, in the editor's shadow root too. */
function focusedIn(page: Page): Promise<string> {
  return page.evaluate(
    '(document.activeElement?.shadowRoot?.activeElement ?? document.activeElement)?.className ?? ""',
  );
}

const verdict = (page: Page) => page.locator('.verdict-body');
const notices = (page: Page) => page.locator('.notices');
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

/** Drops a file on the page: of a text or of bytes, or so many spaces. */
async function drop(page: Page, name: string, content: Uint8Array | number): Promise<void> {
  const made = `(() => {
    const transfer = new DataTransfer();
    const bytes = ${typeof content === 'number' ? `' '.repeat(${content})` : `new Uint8Array(${JSON.stringify(Array.from(content))})`};
    transfer.items.add(new File([bytes], ${JSON.stringify(name)}));
    return transfer;
  })()`;
  await page.dispatchEvent('body', 'drop', { dataTransfer: await page.evaluateHandle(made) });
}

/** Axe's serious findings, one line each. */
async function axe(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8'));
  const { violations } = (await page.evaluate('axe.run()')) as {
    violations: { id: string; impact: string; nodes: { html: string }[] }[];
  };
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

describe('the playground', () => {
  browserTest('tests what is typed, without a fault, a foreign host, or markup of a student', async () => {
    const { page, faults } = await openedPage(browser, at(ONE));
    await verdict(page).getByText('softmax is not written yet.').waitFor();
    await write(page, 'WRONG console.log("<b>")');
    await verdict(page).getByText('✗ wrong').waitFor();
    const text = await verdict(page).innerText();
    for (const said of [
      '0 of 10 points',
      '<img src=x onerror=alert(1)>',
      'normalized over the batch',
      'Which entries must sum to 1?',
      'Also: an option is not read',
      'Follow-through: it calls relu',
      'logits = [[1234.5, 0]]',
      '✓ 0.25',
      '<b>printed</b>',
      '3 more lines',
    ])
      expect(text).toContain(said);
    expect(await verdict(page).locator('img, b').count()).toBe(0);
    await expect.poll(() => page.locator('[role=status]').innerText()).toContain('softmax: wrong, 0 of 10 points');
    expect(faults).toEqual([]);
  });

  browserTest('leads from a verdict to the line, and marks it', async () => {
    const { page } = await openedPage(browser, at(ONE));
    await write(page, 'const first = 1;\n\nWRONG');
    await press(page, 'Go to softmax.ts:1');
    await page.keyboard.insertText('// here\n');
    await expect.poll(() => shown(page)).toMatch(/^\/\/ here\nconst first/);
    await write(page, 'fine\nSYNTAX');
    await verdict(page).getByText('Cannot be graded').waitFor();
    await page.locator('.cm-lint-marker-error').waitFor();
    await press(page, 'Go to softmax.ts:2');
    await page.keyboard.insertText('second ');
    await expect.poll(() => shown(page)).toContain('fine\nsecond SYNTAX');
  });

  browserTest('can be used by the keyboard alone', async () => {
    const { page } = await openedPage(browser, at(TWO), {
      before: "globalThis.checks = 0; document.addEventListener('backproof:checked', () => (globalThis.checks += 1))",
    });
    await page.locator('.cm-content').waitFor();
    const focused = (): Promise<string> => focusedIn(page);
    for (let n = 0; n < 60 && !(await focused()).includes('cm-content'); n += 1) await page.keyboard.press('Tab');
    await expect.poll(() => focused()).toContain('cm-content');
    await page.keyboard.press('Tab');
    await expect.poll(() => focused()).toContain('cm-content');
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('WRONG');
    await verdict(page).getByText('✗ wrong').waitFor();
    // What was tested in a pause of the typing is tested again by the key alone.
    const checks = (): Promise<number> => page.evaluate('checks');
    const before = await checks();
    await page.keyboard.press('Control+Enter');
    await expect.poll(checks).toBe(before + 1);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await expect.poll(() => focused()).toContain('button primary');
    await page.keyboard.press('Shift+Tab');
    await expect.poll(() => focused()).toContain('cm-content');
    await page.getByRole('button', { name: /^adam/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: 'adam.ts', selected: true }).waitFor();
    await page.getByRole('tab', { name: 'adam.ts' }).focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toContain('softmax.ts');
    await expect.poll(() => page.locator('#statement-title').innerText()).toBe('softmax');
  });

  browserTest('stops what does not end, and goes on', async () => {
    const { page } = await openedPage(browser, at(ONE));
    await write(page, 'LOOP');
    await page.getByText('Running…').waitFor();
    await page.getByRole('button', { name: 'Stop' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Stopped.').waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Test');
    await write(page, 'export function softmax() {}');
    await verdict(page).getByText('✓ correct').waitFor();
    await write(page, 'CRASH');
    await verdict(page).getByText('The tests could not be run: the judge did not start').waitFor();
  });

  browserTest('shows each exercise of an assignment, and what to do next', async () => {
    const { page } = await openedPage(browser, at(TWO));
    await write(page, 'export function softmax() {}');
    await verdict(page).getByText('✓ correct').waitFor();
    await expect.poll(() => page.locator('.total').innerText()).toBe('10 of 10 points · 1 of 2 correct');
    await press(page, 'Open adam');
    await page.locator('#statement-title', { hasText: 'adam' }).waitFor();
    await write(page, 'WRONG');
    await page.locator('.exercise-list .chip.wrong').waitFor();
    await page.getByRole('tab', { name: 'softmax.ts' }).click();
    await verdict(page).getByText('Fix first: adam (adam.ts:1) is wrong.').waitFor();
    await page.reload();
    await page.getByRole('tab', { name: 'adam.ts' }).waitFor();
  });
});

describe('work', () => {
  browserTest('is there again, and what is done to its files can be undone', async () => {
    const { page, faults } = await openedPage(browser, at(ONE));
    await write(page, 'mine');
    await page.reload();
    await expect.poll(() => shown(page)).toBe('mine');
    await press(page, 'New file');
    await page.locator('#name-input').fill('softmax.ts');
    await page.keyboard.press('Enter');
    await page.getByText('There is a file softmax.ts already.').waitFor();
    await page.locator('#name-input').fill('math.ts');
    await page.keyboard.press('Enter');
    await expect.poll(() => focusedIn(page)).toContain('cm-content');
    await page.keyboard.insertText('helper');
    await press(page, 'Rename');
    await page.locator('#name-input').fill('lib/math.ts');
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: 'lib/math.ts', selected: true }).waitFor();
    await press(page, 'Delete');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect.poll(() => page.getByRole('tab').count()).toBe(1);
    await press(page, 'Undo');
    await page.getByRole('tab', { name: 'lib/math.ts' }).click();
    await expect.poll(() => shown(page)).toBe('helper');
    await page.getByRole('tab', { name: 'softmax.ts' }).click();
    await press(page, 'Reset');
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    expect(await shown(page)).toBe('mine');
    await press(page, 'Reset');
    await page.getByRole('dialog').getByRole('button', { name: 'Reset' }).click();
    await expect.poll(() => shown(page)).toContain('is not written yet');
    expect(faults).toEqual([]);
  });

  browserTest('of two tabs is never overwritten without a word', async () => {
    const first = await openedPage(browser, at(ONE));
    await write(first.page, 'one');
    await first.page.waitForTimeout(400);
    const second = await furtherTab(first, at(ONE));
    await expect.poll(() => shown(second)).toBe('one');
    await write(second, 'two');
    await notices(first.page).getByText('was changed in another tab').waitFor();
    await expect.poll(() => shown(first.page)).toBe('two');
    await press(first.page, "Back to this tab's");
    await expect.poll(() => shown(first.page)).toBe('one');
    await notices(second).getByText('was changed in another tab').waitFor();
  });

  browserTest('that two tabs changed at once is kept in both until somebody chooses', async () => {
    const first = await openedPage(browser, at(ONE));
    await write(first.page, 'base');
    await first.page.waitForTimeout(400);
    const second = await furtherTab(first, at(ONE));
    await expect.poll(() => shown(second)).toBe('base');
    // The one tab does not hear that the other one saved before it saves itself.
    await second.evaluate(
      "addEventListener('storage', (event) => event.stopImmediatePropagation(), { capture: true })",
    );
    await write(second, 'two');
    await first.page.evaluate(
      "(() => { const key = Object.keys(localStorage).find((it) => it.includes('/work/')); const kept = JSON.parse(localStorage[key]); localStorage[key] = JSON.stringify({ revision: kept.revision + 5, files: [{ path: 'softmax.ts', code: 'one' }] }); })()",
    );
    await second.locator('.cm-content').press('End');
    await second.keyboard.insertText('!');
    const notice = notices(second).locator('.notice', { hasText: 'not kept until you choose' });
    await notice.waitFor();
    expect(await shown(second)).toBe('two!');
    expect(await notice.getByRole('button').allInnerTexts()).toEqual(["Show the other tab's", "Keep this tab's"]);
    await press(second, "Show the other tab's");
    await expect.poll(() => shown(second)).toBe('one');
    await press(second, "Back to this tab's");
    await expect.poll(() => shown(second)).toBe('two!');
    expect(first.faults).toEqual([]);
  });

  browserTest('lives in memory where storage is forbidden or full', async () => {
    const forbidden =
      "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })";
    const { page, faults } = await openedPage(browser, at(ONE), { before: forbidden });
    await write(page, 'WRONG');
    await notices(page).getByText('lets the page keep nothing').waitFor();
    await verdict(page).getByText('✗ wrong').waitFor();
    const full = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }";
    const other = await openedPage(browser, at(ONE), { before: full });
    await write(other.page, 'WRONG');
    await notices(other.page).getByText("The browser's storage is full").waitFor();
    expect([faults, other.faults]).toEqual([[], []]);
  });

  browserTest('is exported as a zip, and imported from one after asking', async () => {
    const { page } = await openedPage(browser, at(ONE));
    await write(page, 'mine');
    const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Export zip')]);
    expect(download.suggestedFilename()).toBe('softmax.zip');
    const zip = unzipSync(readFileSync(await download.path()));
    expect(Object.entries(zip).map(([path, bytes]) => [path, Buffer.from(bytes).toString()])).toEqual([
      ['softmax.ts', 'mine'],
    ]);
    await drop(page, 'ada.zip', zipSync({ 'ada/softmax.ts': strToU8('theirs'), 'ada/math.ts': strToU8('math') }));
    await page.getByRole('dialog').getByText('Replace softmax.ts?').waitFor();
    await press(page, 'Keep mine, take the others');
    await page.getByRole('tab', { name: 'math.ts' }).waitFor();
    expect(await shown(page)).toBe('mine');
    await drop(page, 'softmax.ts', strToU8('theirs'));
    await press(page, 'Replace');
    await expect.poll(() => shown(page)).toBe('theirs');
    await press(page, 'Undo');
    await expect.poll(() => shown(page)).toBe('mine');
  });

  browserTest.each<[string, Uint8Array | number, string]>([
    ['none.zip', strToU8('no zip'), 'none.zip is not a zip file that can be read: invalid zip data.'],
    ['big.ts', 5_000_000, 'big.ts is larger than the 512 KiB of source that are allowed.'],
    [
      'paper.pdf',
      strToU8('%PDF'),
      'paper.pdf is not code: choose a .ts, .js or .mjs file, a folder or a .zip of such files.',
    ],
    ['empty.ts', strToU8(' '), 'empty.ts is empty.'],
    ['week.json', strToU8('{'), 'week.json:1:2 is not JSON: expected a comma or }.'],
  ])('is not changed by %s, which gets one line', async (name, bytes, line) => {
    const { page, faults } = await openedPage(browser, at(ONE));
    await write(page, 'mine');
    await drop(page, name, bytes);
    await notices(page).getByText(line, { exact: true }).waitFor();
    expect(await shown(page)).toBe('mine');
    expect(faults).toEqual([]);
  });
});

describe('an assignment', () => {
  browserTest('in a file is opened, and is there after a reload', async () => {
    const { page } = await openedPage(browser, at(ONE));
    await page.locator('.cm-content').waitFor();
    await drop(
      page,
      'sheet.json',
      strToU8(JSON.stringify({ title: 'Sheet', exercises: [{ name: 'relu', points: 3 }] })),
    );
    await page.getByRole('heading', { name: 'Sheet' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Sheet' }).waitFor();
    await page.getByText('Rectified linear unit · 3 points').waitFor();
  });

  browserTest.each([
    ['?assignment=broken.json', 'broken.json:1:31 is not JSON: expected a value.'],
    ['?assignment=nowhere.json', 'Unknown assignment nowhere.json: name a JSON file or one of'],
    ['?assignment=https://other.example/a.json', 'lies on another host, and this page asks no other host'],
    ['?exercise=sofmtax', 'Unknown exercise sofmtax (did you mean softmax?): choose one below.'],
  ])('that is none (%s) gets one line, and others to choose', async (search, line) => {
    const { page } = await openedPage(browser, at(search));
    await notices(page).getByText(line).waitFor();
    await page.getByRole('link', { name: 'softmax' }).click();
    await page.locator('.cm-content').waitFor();
  });
});

describe('people', () => {
  const LOOKS = [
    ['on a desktop', {}],
    ['in the dark', { colorScheme: 'dark' as const }],
    ['on a phone', { ...PHONE, viewport: { width: 390, height: 844 } }],
  ] as const;

  browserTest.each(LOOKS)('find all of it readable, within the page and named %s', async (_, how) => {
    const { page } = await openedPage(browser, at(TWO), { ...how, reducedMotion: 'reduce' });
    await write(page, 'WRONG console.log(1)');
    await verdict(page).getByText('✗ wrong').waitFor();
    const check = async (): Promise<string[]> => [
      ...(await page.evaluate(faintTexts)),
      ...(await page.evaluate(sticksOut)),
      ...(await axe(page)),
    ];
    expect(await check()).toEqual([]);
    await press(page, 'Delete');
    expect(await check()).toEqual([]);
    await page.goto(at(''));
    await page.getByRole('link', { name: 'softmax' }).waitFor();
    expect(await check()).toEqual([]);
  });
});
