import type { Page } from 'playwright-core';
import { tell } from '../../tools/package/run.ts';
import { nextVerdict, statusIn, verdictCount } from './playground-page.ts';
import { startTrial } from './trial.ts';

const RELU = 'export function relu(z: number): number {\n  return Math.max(0, z);\n}\n';
/** More stops than this before the editor are too many. */
const MOST_STOPS = 40;

/** What has the focus, in a shadow root too. */
interface Stop {
  name: string;
  isEditor: boolean;
  isSeen: boolean;
}

/** From the address bar into the editor, to a verdict, and out again, without a mouse. */
export async function tryKeyboard(site: string): Promise<void> {
  const trial = await startTrial(site);
  try {
    const { page } = await trial.open('playground.html?exercise=relu');
    await nextVerdict(page, 0);
    const stops: Stop[] = [];
    while (stops.length < MOST_STOPS && !stops.at(-1)?.isEditor) stops.push(await step(page, 'Tab'));
    const names = stops.map(({ name }) => name).join(', ');
    tell(stops.at(-1)?.isEditor === true, `keyboard: ${stops.length} stops to the editor`, names);
    const unseen = stops.filter(({ isSeen, name }) => !isSeen || name === '');
    tell(unseen.length === 0, 'keyboard: each stop is seen and has a name', `${JSON.stringify(unseen)} of ${names}`);

    tell((await step(page, 'Tab')).isEditor, 'keyboard: Tab indents in the editor', 'it leaves it');
    await page.keyboard.press('Escape');
    const after = await step(page, 'Tab');
    tell(!after.isEditor && after.name !== '', 'keyboard: Escape, Tab leaves the editor', JSON.stringify(after));
    const back = await step(page, 'Shift+Tab');
    tell(back.isEditor, 'keyboard: Shift-Tab leads back', JSON.stringify(back));
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(RELU);
    const before = await verdictCount(page);
    await page.keyboard.press('ControlOrMeta+Enter');
    const verdict = await nextVerdict(page, before);
    tell(
      statusIn(verdict, 'relu') === 'correct',
      'keyboard: Mod-Enter judges',
      JSON.stringify(verdict.record.exercises),
    );
    const said = await page.locator('[role=status], [aria-live]').allInnerTexts();
    tell(
      said.some((text) => /correct/i.test(text)),
      'keyboard: the verdict is said to a screen reader',
      said.join('\n') || 'there is no live region',
    );
  } finally {
    await trial.close();
  }
}

async function step(page: Page, key: string): Promise<Stop> {
  await page.keyboard.press(key);
  return page.evaluate(() => {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body)
      return { name: '', isEditor: false, isSeen: false };
    const { width, height } = focused.getBoundingClientRect();
    const labels = focused instanceof HTMLInputElement || focused instanceof HTMLSelectElement ? focused.labels : null;
    const name = focused.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? focused.textContent ?? '';
    const isEditor = focused.closest('.cm-editor') !== null;
    return { name: name.trim().slice(0, 40) || focused.id, isEditor, isSeen: width > 0 && height > 0 };
  });
}
