import type { Page } from 'playwright-core';
import { tell } from '../../tools/package/run.ts';
import { writeInEditor } from './playground-page.ts';
import { startTrial, type Trial } from './trial.ts';

const RIGHT = 'export const relu = (z) => Math.max(0, z);\n';
const COMPUTED = 'compute.html#formula=softmax&args=[[[0,0]]]&with=wasm,webgpu';
/** V8 compiles no SIMD for a processor without SSE 4.1, and no WebAssembly at all where it may not write machine code. */
const WITHOUT_SIMD = '--js-flags=--no-enable-sse4-1';
const WITHOUT_WEBASSEMBLY = '--js-flags=--jitless';

/** Browsers that lack WebGPU, SIMD or WebAssembly: what needs it says so in a line, the rest works, nothing is lost. */
export async function tryLesserBrowsers(site: string): Promise<void> {
  await inBrowser(site, WITHOUT_SIMD, async (trial) => {
    await tryWriting(trial, 'SIMD');
    await tryCompute(trial, 'without SIMD and WebGPU', { wasm: /without SIMD/, webgpu: /finds no graphics processor/ });
  });
  await inBrowser(site, WITHOUT_WEBASSEMBLY, async (trial) => {
    await tryWriting(trial, 'WebAssembly');
    await tryCompute(trial, 'without WebAssembly', { wasm: /no WebAssembly/, webgpu: /finds no graphics processor/ });
  });
}

async function inBrowser(site: string, flag: string, used: (trial: Trial) => Promise<void>): Promise<void> {
  const trial = await startTrial(site, { flags: [flag] });
  try {
    await used(trial);
  } finally {
    await trial.close();
  }
}

/** Nothing can be tested, but what was written is still there after a reload. */
async function tryWriting(trial: Trial, lacking: string): Promise<void> {
  const { page, faults, close } = await trial.open('playground.html?exercise=relu');
  const notice = page.locator('.notice', { hasText: `no ${lacking}` });
  await notice.waitFor({ timeout: 60_000 }).catch(() => {});
  tell((await notice.count()) === 1, `without ${lacking}: one line says so`, await mainText(page));
  await writeInEditor(page, RIGHT);
  const verdict = page.getByText('nothing was tested');
  await verdict
    .first()
    .waitFor({ timeout: 60_000 })
    .catch(() => {});
  tell((await verdict.count()) > 0, `without ${lacking}: a test says the same`, await mainText(page));
  // Kept shortly after the last key.
  await page.waitForTimeout(2000);
  await page.reload();
  const text = await page.locator('.cm-content').innerText();
  tell(text.includes(RIGHT.trim()), `without ${lacking}: what was written is kept`, text);
  tell(faults.length === 0, `without ${lacking}: the console is empty`, faults.join('\n'));
  await close();
}

async function tryCompute(trial: Trial, where: string, said: Readonly<Record<string, RegExp>>): Promise<void> {
  const { page, faults, close } = await trial.open(COMPUTED);
  await page
    .locator('.compute-trial:not([aria-busy]) .compute-grid')
    .first()
    .waitFor({ timeout: 60_000 })
    .catch(() => {});
  await page.waitForTimeout(1000);
  const text = await mainText(page);
  tell(text.includes('0.5'), `compute ${where}: the reference computes`, text);
  for (const [backend, line] of Object.entries(said)) tell(line.test(text), `compute ${where}: ${backend}`, text);
  tell(faults.length === 0, `compute ${where}: the console is empty`, faults.join('\n'));
  await close();
}

async function mainText(page: Page): Promise<string> {
  return (await page.locator('main').innerText()).slice(0, 2000);
}
