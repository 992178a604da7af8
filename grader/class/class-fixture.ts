import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { listClass } from './list-class.ts';
import { readSubmission } from './read-submission.ts';
import type { Submission } from './submission.ts';

export const LIMITS = { sourceKiB: 512 };

/** A temporary folder with the given files, removed when the test ends. */
export function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'backproof-class-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Every submission of a class, by id. */
export async function readAll(folder: string, limits = LIMITS): Promise<Record<string, Submission>> {
  const all: Record<string, Submission> = {};
  for (const entry of await listClass(folder)) all[entry.id] = await readSubmission(folder, entry, limits);
  return all;
}

const NOBODY = 65_534;

/** Does something under an account that permissions bind: root may read everything. */
export async function asNobody(action: () => Promise<void>): Promise<void> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(NOBODY);
  try {
    await action();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}
