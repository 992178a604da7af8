import type { Page } from 'playwright-core';
import { tell } from '../../tools/package/run.ts';
import { nextVerdict, statusIn, verdictCount, writeInEditor } from './playground-page.ts';
import { startTrial } from './trial.ts';

const MOST_BYTES = 1.5e6;
const LATER = 5;
const PASTED = 'export function relu(z: number): number {\n  return Math.max(0, z);\n}\n';

/** How much and how long it takes until the first verdict, and the later ones. Time depends on the machine: it is only told. */
export async function tryFirstVerdict(site: string): Promise<void> {
  for (const exercise of ['relu', 'softmax', 'adam', 'conv2d']) await measured(site, exercise);
}

async function measured(site: string, exercise: string): Promise<void> {
  const sent: [string, number][] = [];
  const trial = await startTrial(site, { onAnswer: (path, bytes) => sent.push([path, bytes]) });
  try {
    const { page, faults } = await trial.open(`playground.html?exercise=${exercise}`);
    const first = await nextVerdict(page, 0);
    const bytes = sent.reduce((sum, [, size]) => sum + size, 0);
    const figures = `${exercise}: first verdict after ${seconds(first.at)} and ${megabytes(bytes)} gzipped`;
    const largest = [...sent].sort(([, a], [, b]) => b - a).slice(0, 8);
    tell(bytes <= MOST_BYTES, figures, largest.map(([path, size]) => `${megabytes(size)} ${path}`).join('\n'));
    tell(statusIn(first, exercise) !== undefined, `${exercise}: and it is of the stub`, JSON.stringify(first.record));
    if (exercise === 'relu') await tellLater(page);
    tell(faults.length === 0, `${exercise}: the page said nothing meanwhile`, faults.join('\n'));
  } finally {
    await trial.close();
  }
}

/** How long a verdict takes from the key on, once the page has given one. */
async function tellLater(page: Page): Promise<void> {
  const times: number[] = [];
  for (let n = 0; n < LATER; n++) {
    const count = await verdictCount(page);
    await writeInEditor(page, `${PASTED}// ${n}\n`);
    // That of the pause in typing.
    await nextVerdict(page, count);
    const asked = await page.evaluate(() => performance.now());
    await page.keyboard.press('ControlOrMeta+Enter');
    const verdict = await nextVerdict(page, count + 1);
    const status = statusIn(verdict, 'relu');
    if (status !== 'correct') tell(false, 'relu: pasted, and judged by a key', `${status}`);
    times.push(verdict.at - asked);
  }
  tell(true, `relu: later verdicts after ${times.map(seconds).join(', ')}`, '');
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(3)} MB`;
