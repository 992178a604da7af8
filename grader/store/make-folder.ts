import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { codeOf } from '../text/errors.ts';

/**
 * Makes a folder and those above it; says whether it had to. Not by `recursive: true`, which tries for ever on a file
 * system that allows none (/proc), and says that the folder is missing on a read-only one.
 */
export async function makeFolder(folder: string, mode = 0o777): Promise<boolean> {
  try {
    return await makeOne(folder, mode);
  } catch (error) {
    const above = dirname(resolve(folder));
    if (codeOf(error) !== 'ENOENT' || above === resolve(folder)) throw error;
    await makeFolder(above, mode);
    return makeOne(folder, mode);
  }
}

async function makeOne(folder: string, mode: number): Promise<boolean> {
  try {
    await mkdir(folder, { mode });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && (await isFolder(folder))) return false;
    throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
