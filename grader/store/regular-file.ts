import { constants } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import { UsageError } from '../text/errors.ts';
import { PRIVATE } from './durable.ts';

/**
 * Opening never follows a link, which may lead anywhere, and never waits, as it would for a named pipe. Windows has neither
 * flag, and no pipes in folders.
 */
const SAFELY = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
export const READ_SAFELY = SAFELY | constants.O_RDONLY;
export const APPEND_SAFELY = SAFELY | constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND;
const FLAGS = { read: READ_SAFELY, write: SAFELY | constants.O_RDWR | constants.O_CREAT };

/**
 * Opens a file of a folder of results. For writing it is made if it is missing.
 *
 * @throws {UsageError} There is something else at that path: a link, a folder, a pipe.
 */
export async function openRegular(path: string, access: keyof typeof FLAGS): Promise<FileHandle> {
  if (constants.O_NOFOLLOW === undefined && !(await isFileOrNothing(path))) throw notRegular(path);
  let handle: FileHandle;
  try {
    handle = await open(path, FLAGS[access], PRIVATE);
  } catch (error) {
    throw (await isFileOrNothing(path)) ? error : notRegular(path);
  }
  if ((await handle.stat()).isFile()) return handle;
  await handle.close();
  throw notRegular(path);
}

/** The content of a file of a folder of results. @throws {UsageError} There is something else. */
export async function readRegular(path: string): Promise<Buffer> {
  const handle = await openRegular(path, 'read');
  try {
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** Whether a path is free for a file of ours, or holds a regular file: a link is none, wherever it leads. */
export async function isFileOrNothing(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isFile(),
    () => true,
  );
}

export function notRegular(path: string): UsageError {
  return new UsageError(`${path} is not a regular file, so not ours: move it away, or name another folder`);
}
