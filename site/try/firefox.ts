import puppeteer from 'puppeteer-core';
import type { AssignedExercise } from '../../grader/assignment/assignment.ts';
import type { SourceFile } from '../../grader/class/submission.ts';
import type { SubmissionRecord } from '../../grader/record/record.ts';
import { onPath } from '../../grader/report/html/on-path.ts';

/** A page of the site in Firefox, which Playwright drives only in a build of its own. */
export interface Firefox {
  /** `firefox/140.0` */
  version: string;
  judge: (files: readonly SourceFile[], exercises: readonly AssignedExercise[]) => Promise<SubmissionRecord>;
  close: () => Promise<void>;
}

export const NO_FIREFOX = 'no Firefox found on PATH (install firefox or firefox-esr)';

/** Starts Firefox and the engine in a page of the site; null where there is none. */
export async function openFirefox(root: string): Promise<Firefox | null> {
  const executablePath = onPath(['firefox', 'firefox-esr']);
  if (executablePath === null) return null;
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath });
  const page = await browser.newPage();
  await page.goto(`${root}playground.html`);
  // As text: the transpiler that runs this file would name functions by a helper that the page does not have.
  await page.evaluate(`import('${root}assets/engine.js').then(({ Engine }) => {
    globalThis.engineOnTrial = new Engine(new URL('${root}'));
  })`);
  const judge: Firefox['judge'] = async (files, exercises) => {
    const asked = `${JSON.stringify(files)}, ${JSON.stringify(exercises)}`;
    const said = await page.evaluate(
      `engineOnTrial.check(${asked}).then((checked) => JSON.stringify(checked?.record))`,
    );
    return JSON.parse(said as string) as SubmissionRecord;
  };
  return { version: await browser.version(), judge, close: () => browser.close() };
}
