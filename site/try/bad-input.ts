import type { Page } from 'playwright-core';
import { tell } from '../../tools/package/run.ts';
import { nextVerdict, statusIn, writeInEditor } from './playground-page.ts';
import { startTrial, type Trial } from './trial.ts';

const MARKUP = '<img src=hurt onerror=hurt()>';
const HOSTILE = `console.log('${MARKUP}', { '${MARKUP}': 1 });
export function relu(z) {
  console.error('${MARKUP}');
  if (z > 1) throw new Error('${MARKUP}');
  return '${MARKUP}';
}
`;
const ENDLESS = 'export function relu(z) { for (;;); }\n';
const LINKS: Readonly<Record<string, RegExp>> = {
  'exercise=softmaxx': /softmaxx.*did you mean softmax/i,
  'assignment=none.json': /none\.json/,
  'assignment=https://stranger.example/week.json': /another host/,
  'assignment=%E0%A4%A': /./,
  'opened=never': /never/,
};

/** A student's text is never markup; broken links, zips and large files cost a line; what does not end costs nothing else. */
export async function tryBadInput(site: string): Promise<void> {
  const trial = await startTrial(site);
  try {
    for (const [link, line] of Object.entries(LINKS)) await tryLink(trial, link, line);
    await tryMarkup(trial);
    await tryEndless(trial);
    tell(trial.gateway.strangers.length === 0, 'nothing is asked of another host', trial.gateway.strangers.join('\n'));
  } finally {
    await trial.close();
  }
}

async function tryLink(trial: Trial, link: string, line: RegExp): Promise<void> {
  const { page, faults, close } = await trial.open(`playground.html?${link}`);
  const said = page.locator('main [role=alert], main [role=status], main .notice').filter({ hasText: line });
  await said
    .first()
    .waitFor({ timeout: 60_000 })
    .catch(() => {});
  const text = await page.locator('main').innerText();
  tell((await said.count()) > 0 || line.test(text), `bad link: ${link}`, text.slice(0, 500));
  // That a file is not there is said by the browser too.
  const grave = faults.filter((fault) => !fault.includes('404'));
  tell(grave.length === 0, `bad link: ${link}: the console is empty`, grave.join('\n'));
  await close();
}

async function tryMarkup(trial: Trial): Promise<void> {
  const { page, faults, close } = await trial.open('playground.html?exercise=relu');
  await nextVerdict(page, 0);
  const input = page.locator('input[type=file]:not([webkitdirectory])[multiple]').first();
  const file = (name: string, text: string | Buffer) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  for (const [what, given] of Object.entries({
    'a zip that is none': file('a.zip', 'PK no zip'),
    'a file of 5 MB': file('a.ts', Buffer.alloc(5e6, 'a')),
    'no code': file('a.png', 'png'),
  })) {
    const before = await page.locator('main').innerText();
    await input.setInputFiles(given);
    await page.waitForFunction((text) => document.querySelector('main')?.innerText !== text, before).catch(() => {});
    const notice = await page.locator('.notice').allInnerTexts();
    tell(notice.length > 0, `bad file: ${what}: ${notice.at(-1)?.split('\n')[0]}`, 'nothing is said');
  }
  const before = await page.evaluate(() => globalThis.shownOnTrial?.length ?? 0);
  await input.setInputFiles(file(`${MARKUP.replace(/[/]/g, '')}relu.js`, HOSTILE));
  await page.waitForTimeout(1000);
  await page
    .getByRole('button', { name: 'Replace' })
    .click({ timeout: 1000 })
    .catch(() => {});
  await nextVerdict(page, before).catch(() => {});
  await page.waitForTimeout(2000);
  const said = await page.locator('main').innerText();
  tell(said.includes(MARKUP), 'markup in a name, a message and the console is shown as text', said.slice(-1500));
  const made = await page.locator('img[src=hurt]').count();
  tell(made === 0 && faults.length === 0, 'and is no markup', `${made} elements\n${faults.join('\n')}`);
  await close();
}

/** The page answers while a loop runs, and judges the next text. */
async function tryEndless(trial: Trial): Promise<void> {
  const { page, close } = await trial.open('playground.html?exercise=relu');
  await nextVerdict(page, 0);
  await writeInEditor(page, ENDLESS);
  const alive = await aliveMs(page);
  tell(alive < 1000, `the page answers within ${alive.toFixed(0)} ms while a loop runs`, 'it does not');
  const timeout = await nextVerdict(page, 1);
  tell(
    statusIn(timeout, 'relu') === 'timeout',
    'an endless loop is a timeout',
    JSON.stringify(timeout.record.exercises),
  );
  await writeInEditor(page, 'export const relu = (z) => Math.max(0, z);\n');
  tell(statusIn(await nextVerdict(page, 2), 'relu') === 'correct', 'and the next text is judged', 'it is not');
  await close();
}

/** The longest that the page took to answer in two seconds. */
async function aliveMs(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let longest = 0;
    for (const end = performance.now() + 2000; performance.now() < end; ) {
      const asked = performance.now();
      await new Promise((done) => setTimeout(done, 20));
      longest = Math.max(longest, performance.now() - asked);
    }
    return longest;
  });
}
