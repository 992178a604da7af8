import type { Page } from 'playwright-core';
import type { AssignedExercise } from '../../grader/assignment/assignment.ts';
import type { SourceFile } from '../../grader/class/submission.ts';
import type { Checked, Engine as PageEngine } from '../engine/engine.ts';

declare global {
  var engineOnTrial: PageEngine | undefined;
}

/** Starts the engine that the site's pages use, in a page of the site. */
export async function startEngine(page: Page, root: string): Promise<void> {
  await page.evaluate(async (address) => {
    const { Engine } = (await import(`${address}assets/engine.js`)) as { Engine: new (base: URL) => PageEngine };
    globalThis.engineOnTrial = new Engine(new URL(address));
  }, root);
}

/** The record as JSON of the page's own making, so that nothing on the way changes a byte. */
export async function recordInPage(
  page: Page,
  files: readonly SourceFile[],
  exercises: readonly AssignedExercise[],
): Promise<string> {
  const given: [readonly SourceFile[], readonly AssignedExercise[]] = [files, exercises];
  return page.evaluate(async ([sources, asked]) => {
    const checked: Checked | null | undefined = await globalThis.engineOnTrial?.check(sources, asked);
    return JSON.stringify(checked?.record ?? null);
  }, given);
}
