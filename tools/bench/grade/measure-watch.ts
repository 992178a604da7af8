import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { median } from '../../../properties/values/median.ts';

const BIN = fileURLToPath(new URL('../../../grader/bin.mjs', import.meta.url));
const SAVES = 7;
/** A student does not save twice a second. */
const BETWEEN_MS = 700;

/** Seconds from a save to the verdict on it, the median of several, right and wrong in turn. */
export async function measureWatch(folder: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'ada.js');
  const save = (n: number): Promise<void> =>
    writeFile(file, `export const relu = (z) => ${n % 2 === 0 ? 'Math.max(0, z)' : 'z'}; // ${n}`);
  await save(0);
  const watch = spawn(process.execPath, [BIN, 'check', '--watch', file, '--exercise', 'relu', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const verdicts = createInterface({ input: watch.stdout })[Symbol.asyncIterator]();
    await verdicts.next();
    const seconds: number[] = [];
    for (let n = 1; n <= SAVES; n++) {
      await pause(BETWEEN_MS);
      const begin = performance.now();
      await save(n);
      await verdicts.next();
      seconds.push((performance.now() - begin) / 1000);
    }
    return median(seconds);
  } finally {
    await ended(watch);
  }
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGINT');
  });
}
