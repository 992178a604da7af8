import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** The path of a roster of the given text; it is removed when the test ends. */
export function rosterFile(content: string | Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'backproof-roster-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'roster.csv');
  writeFileSync(path, content);
  return path;
}
