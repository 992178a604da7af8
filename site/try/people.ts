import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { tell } from '../../tools/package/run.ts';
import { nextVerdict, writeInEditor } from './playground-page.ts';
import { startTrial, type Trial } from './trial.ts';

declare global {
  var axe: { run(): Promise<AxeResults> };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PAGES = [
  'index.html',
  'formulas/softmax.html',
  'formulas/adam.html',
  'lectures.html',
  'lectures/4.html',
  'errata.html',
  'divergences.html',
  'hints.html',
  'about.html',
  'accuracy.html',
  'speed.html',
  'compute.html',
  'compute.html?formula=softmax',
];
const WRONG = "export function softmax(z: number[][]) {\n  console.log('<i>seen</i>');\n  return z;\n}\n";
const BROKEN = 'export function softmax(z: number[][]) {\n  return z[;\n}\n';
/** More than an editor shows without scrolling. */
const LONG = `${WRONG}${'// one more line\n'.repeat(80)}`;
const LOOKS = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [390, 1280].map((width) => ({ colorScheme, viewport: { width, height: 844 } })),
);

/** Every kind of page, in both colours, on a phone and on a desk: axe-core finds nothing serious. */
export async function tryPeople(site: string): Promise<void> {
  const trial = await startTrial(site);
  try {
    for (const look of LOOKS) {
      const name = `${look.colorScheme}, ${look.viewport.width} px`;
      // axe-core is put into the page, which its policy would refuse.
      const opened = await trial.open('index.html', { ...look, bypassCSP: true });
      const { page } = opened;
      for (const path of PAGES) {
        await page.goto(trial.served.address + path, { waitUntil: 'networkidle' });
        await expectAccessible(page, `${path} (${name})`);
      }
      await tryPlayground(trial, page, name);
      await opened.close();
    }
  } finally {
    await trial.close();
  }
}

async function tryPlayground(trial: Trial, page: Page, look: string): Promise<void> {
  await page.goto(`${trial.served.address}playground.html?exercise=softmax`);
  await nextVerdict(page, 0);
  await expectAccessible(page, `the playground, a stub (${look})`);
  for (const [state, code] of Object.entries({
    'a counterexample': WRONG,
    'a long file': LONG,
    'a syntax error': BROKEN,
  })) {
    const before = await page.evaluate(() => globalThis.shownOnTrial?.length ?? 0);
    await writeInEditor(page, code);
    await nextVerdict(page, before);
    await expectAccessible(page, `the playground, ${state} (${look})`);
  }
}

async function expectAccessible(page: Page, what: string): Promise<void> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const told = grave.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes
        .slice(0, 4)
        .map(({ html }) => `  ${html.slice(0, 160)}`)
        .join('\n')}`,
  );
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 1) told.push(`the page is ${wide} px wider than the window`);
  tell(told.length === 0, `accessible: ${what}`, told.join('\n'));
}
