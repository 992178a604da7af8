import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { extname } from 'node:path';
import { codeOf, UsageError } from '../text/errors.ts';

/** One submission of a class by its name; nothing of it has been read yet. */
export interface ClassEntry {
  id: string;
  /** The entries of the folder with this id, sorted. More than one is a problem of that submission. */
  names: readonly string[];
}

/**
 * The submissions in a class folder, sorted by id (by code units, as `<` compares strings), so that the order is the
 * same on every machine.
 *
 * @throws {UsageError} There is no such folder, or no submission in it.
 */
export async function listClass(folder: string): Promise<ClassEntry[]> {
  const byId = new Map<string, string[]>();
  for (const entry of await entriesOf(folder)) {
    if (entry.name.startsWith('.') || entry.name === '__MACOSX') continue;
    const id = idOf(entry.name, entry.isDirectory());
    const names = byId.get(id);
    if (names === undefined) byId.set(id, [entry.name]);
    else names.push(entry.name);
  }
  if (byId.size === 0) throw new UsageError(`${folder} holds no submissions: each entry of a class folder is one`);
  return [...byId].map(([id, names]) => ({ id, names: names.sort() })).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The student's id: the name without extension. A folder's name has none, so `jane.doe/` is `jane.doe`. */
export function idOf(name: string, isFolder: boolean): string {
  return isFolder ? name : name.slice(0, name.length - extname(name).length);
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') throw new UsageError(`there is no class folder ${folder}`);
    if (code === 'ENOTDIR')
      throw new UsageError(`${folder} is a file, not a class folder: \`backproof check\` takes one file`);
    if (code === 'EACCES' || code === 'EPERM') throw new UsageError(`the class folder ${folder} may not be read`);
    throw error;
  }
}
