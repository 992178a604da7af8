import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Submission } from '../../class/submission.ts';

/**
 * The file of a folder that was saved last, as its path in the submission; null if several were at the same moment (a folder
 * that was just unpacked), or if the path is not a folder: then nothing tells what the student is at.
 */
export async function justSaved(path: string, { files }: Submission): Promise<string | null> {
  const found = await lstat(path).catch(() => null);
  if (found?.isDirectory() !== true) return null;
  let newest: { file: string; saved: number } | null = null;
  let isShared = false;
  for (const { path: file } of files) {
    // The name may be written in another form on the disk; such a file does not count.
    const saved = (await lstat(join(path, file)).catch(() => null))?.mtimeMs ?? null;
    if (saved === null || (newest !== null && saved < newest.saved)) continue;
    isShared = saved === newest?.saved;
    newest = { file, saved };
  }
  return isShared ? null : (newest?.file ?? null);
}
