import type { Page } from 'playwright-core';
import type { SubmissionRecord } from '../../grader/record/record.ts';

/** A verdict that the playground showed. */
export interface Shown {
  /** milliseconds since the page was opened */
  at: number;
  record: SubmissionRecord;
}

declare global {
  var shownOnTrial: { at: number; record: string }[] | undefined;
}

/** Has the page write down its verdicts; to be called before it is opened. */
export const WRITES_DOWN = `globalThis.shownOnTrial = [];
document.addEventListener('backproof:checked', ({ detail }) =>
  shownOnTrial.push({ at: performance.now(), record: JSON.stringify(detail.record) }));`;

/** Waits for the next verdict after those that were there before. */
export async function nextVerdict(page: Page, before: number, timeout = 120_000): Promise<Shown> {
  await page.waitForFunction((count) => (globalThis.shownOnTrial?.length ?? 0) > count, before, { timeout });
  const { at, record } = await page.evaluate(
    (index) => globalThis.shownOnTrial?.[index] ?? { at: 0, record: 'null' },
    before,
  );
  return { at, record: JSON.parse(record) as SubmissionRecord };
}

export async function verdictCount(page: Page): Promise<number> {
  return page.evaluate(() => globalThis.shownOnTrial?.length ?? 0);
}

/** The status of an exercise in a verdict. */
export function statusIn({ record }: Shown, exercise: string): string | undefined {
  return record.exercises.find(({ name }) => name === exercise)?.status;
}

/** Replaces what is in the editor, as a person would: all selected, then pasted. */
export async function writeInEditor(page: Page, code: string): Promise<void> {
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(code);
}
