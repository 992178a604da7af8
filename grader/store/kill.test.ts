import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { newFolder } from './store-fixture.ts';
import { viewResults } from './view-results.ts';

const CHILD = fileURLToPath(new URL('append.child.ts', import.meta.url));
/** Some rounds may be done before they are killed; at least 20 must not be. */
const ROUNDS = 60;
const KILLS = 24;

/** Runs the child until it is done, or kills it after a number of milliseconds from when it began to open the folder. */
async function run(
  folder: string,
  round: number,
  killAfterMs: number | null,
): Promise<{ printed: string; killed: boolean }> {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, folder, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    if (printed === '' && killAfterMs !== null) setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    printed += chunk;
  });
  const signal = await new Promise((resolve) => child.once('close', (_, by) => resolve(by)));
  return { printed, killed: signal === 'SIGKILL' };
}

test('killed at any moment and run again, a folder keeps one whole record of all that was reported', async () => {
  const folder = newFolder();
  /** the round in which a submission was last reported as kept */
  const reported = new Map<string, number>();
  let kills = 0;
  const check = async (): Promise<void> => {
    // Killed before anything was promised: there may not even be a folder.
    if (reported.size === 0) return;
    const view = await viewResults(folder);
    for (const [id, round] of reported) {
      const record = await view.record(id);
      expect(record?.exercises).toMatchObject([{ filler: 'x'.repeat(20_000) }]);
      expect(record?.points).toBeGreaterThanOrEqual(round);
    }
    await view.close();
  };
  const note = (printed: string): void => {
    for (const [, id, round] of printed.matchAll(/^(s\d+) (\d+)$/gm)) reported.set(String(id), Number(round));
  };
  let round = 1;
  for (; round <= ROUNDS && kills < KILLS; round += 1) {
    const { printed, killed } = await run(folder, round, Math.random() * 300);
    if (killed) kills += 1;
    note(printed);
    await check();
  }
  const { printed, killed } = await run(folder, round, null);
  note(printed);
  await check();
  expect(killed).toBe(false);
  expect(printed).toMatch(/done\n$/);
  expect(kills).toBeGreaterThanOrEqual(20);
  const ids = readFileSync(join(folder, 'results.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).submission);
  expect(ids).toEqual(Array.from({ length: 400 }, (_, n) => `s${String(n).padStart(3, '0')}`));
  expect(readdirSync(folder).sort()).toEqual(['backproof.json', 'results.jsonl']);
}, 180_000);
