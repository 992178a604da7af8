import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { html } from '../../grader/report/html/escape.ts';
import { writeOracles } from '../build/oracles.ts';
import { writeOut } from '../build/out.ts';
import { bundle } from '../build/vite.ts';
import { frame } from '../pages/frame.ts';
import type { Asked, Checked, Rules } from './engine.ts';

/** A page with the engine and the oracles of some exercises, in a folder that whoever builds it removes. */
export async function builtEngine(exercises: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'backproof-engine-'));
  await bundle(folder, { engine: 'site/engine/engine.ts' });
  await writeOracles(folder, exercises);
  const page = {
    title: 'Engine',
    path: 'engine.html',
    description: 'for a test',
    main: html`<h1>Engine</h1>`,
    scripts: ['engine'],
    keepsSite: true as const,
  };
  writeOut(folder, page.path, frame(page));
  for (const file of ['assets/head.js', 'assets/style.css', 'assets/favicon.svg', 'site.webmanifest'])
    writeOut(folder, file, '');
  return folder;
}

/** Makes the engine of a page whose bundle has it as the entry `engine`. */
export async function startEngine(page: Page): Promise<void> {
  await page.evaluate(`(async () => {
    const root = new URL('./', document.baseURI);
    const { Engine } = await import(new URL('assets/engine.js', root).href);
    globalThis.engine = new Engine(root);
  })()`);
}

/** What the engine of a page says of files. */
export async function checkedInPage(
  page: Page,
  files: readonly { path: string; code: string }[],
  exercises: readonly Asked[],
  rules?: Rules,
): Promise<Checked | null> {
  const given = [files, exercises, rules].map((argument) => JSON.stringify(argument) ?? 'undefined');
  return page.evaluate(`engine.check(${given.join(', ')})`);
}
