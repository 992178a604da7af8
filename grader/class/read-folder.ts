import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isCodeName, isSkipped, noCode, sourcePath } from './code-file.ts';
import { SubmissionProblem, shownName } from './problem.ts';
import { asProblem, readBytes } from './read-bytes.ts';
import type { SizeBudget } from './size-budget.ts';
import type { RawFile } from './source-hash.ts';

/** The most files and folders of any kind that one submission may hold. */
export const MOST_ENTRIES = 1000;

/**
 * The code in a student's folder and the folders in it. Other files are ignored, links among them.
 *
 * @throws {SubmissionProblem} It holds too much, no code, or code that cannot be read.
 */
export async function readFolder(root: string, name: string, budget: SizeBudget): Promise<RawFile[]> {
  const files: RawFile[] = [];
  const folders = [''];
  let seen = 0;
  let links = 0;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const inside = folder === '' ? root : join(root, folder);
    for (const entry of await list(inside, folder === '' ? name : `${name}/${folder}`)) {
      if (isSkipped(entry.name)) continue;
      seen += 1;
      if (seen > MOST_ENTRIES) throw new SubmissionProblem(`${shownName(name)} holds more than ${MOST_ENTRIES} files`);
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isSymbolicLink()) links += 1;
      else if (entry.isFile() && isCodeName(entry.name)) {
        const bytes = await readBytes(join(inside, entry.name), path, budget.limit);
        budget.take(path, bytes.length);
        files.push({ path: sourcePath(path), bytes });
      }
    }
  }
  if (files.length === 0) throw noCode(name, links);
  return files;
}

/** Sorted, so that which fault is named first does not depend on the file system. */
async function list(path: string, name: string): Promise<Dirent[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    throw asProblem(name, error);
  }
}
