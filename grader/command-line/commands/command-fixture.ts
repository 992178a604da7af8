import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { main } from '../cli.ts';

/** What a command line printed, and its exit code. */
export interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Runs a command line in this process, as `backproof` would. */
export function run(...words: string[]): Promise<Ran> {
  return captured(() => main(['node', 'backproof', ...words]));
}

/** What is printed while something runs that ends in an exit code. */
export async function captured(action: () => Promise<number>): Promise<Ran> {
  const printed = { out: '', err: '' };
  const capture = (stream: 'stdout' | 'stderr', key: 'out' | 'err') =>
    vi.spyOn(process[stream], 'write').mockImplementation((chunk) => {
      printed[key] += String(chunk);
      return true;
    });
  const spies = [capture('stdout', 'out'), capture('stderr', 'err')];
  try {
    const code = await action();
    return { code, ...printed };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** A folder that is removed when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'backproof-command-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
