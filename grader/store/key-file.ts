import { randomBytes, randomUUID } from 'node:crypto';
import { type FileHandle, link, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf, UsageError } from '../text/errors.ts';
import { onDisk } from './disk-fault.ts';
import { PRIVATE, syncFolder } from './durable.ts';
import { READ_SAFELY } from './regular-file.ts';

const BYTES = 16;
/** More than this is no key; there is no need to read it. */
const MOST_READ = 200;
const WANTED = `${2 * BYTES} hexadecimal digits, as \`openssl rand -hex ${BYTES}\` prints`;

/** A key of 128 random bits, in hexadecimal digits. */
export function newKey(): string {
  return randomBytes(BYTES).toString('hex');
}

/**
 * The key in a file, null if there is none. A file that others may read becomes its owner's alone.
 *
 * @throws {UsageError} It is no file with a key in it.
 */
export async function readKey(path: string): Promise<string | null> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, READ_SAFELY);
    const { mode } = await expectFile(path, handle);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(MOST_READ), 0, MOST_READ, 0);
    const text = buffer.subarray(0, bytesRead).toString('latin1').trim();
    if (!new RegExp(`^[0-9a-f]{${2 * BYTES}}$`, 'i').test(text))
      throw new UsageError(`${path} holds no key: expected ${WANTED}`);
    // A file of somebody else, or a file system without modes, stays as it is.
    if ((mode & 0o077) !== 0) await handle.chmod(PRIVATE).catch(() => undefined);
    return text.toLowerCase();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    if (codeOf(error) === 'ENOENT') return null;
    if (codeOf(error) === 'ELOOP') throw new UsageError(`${path} is a link: name the file of the key itself`);
    throw new UsageError(`the key ${path} cannot be read (${codeOf(error) ?? 'unknown error'})`);
  } finally {
    await handle?.close();
  }
}

/**
 * Puts a key where there is none, whole, for its owner alone, and returns the one that is there then: of two runs that
 * begin at once, both get the key of the first.
 *
 * @throws {UsageError} It cannot be written.
 */
export async function keepKey(path: string, key: string): Promise<string> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  await onDisk(path, async () => {
    try {
      await writeNew(temporary, key);
      await link(temporary, path).catch(async (error: unknown) => {
        if (codeOf(error) === 'EEXIST') return;
        // A file system without links.
        if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK', 'UNKNOWN'].includes(codeOf(error) ?? '')) throw error;
        await writeNew(path, key).catch((fault: unknown) => {
          if (codeOf(fault) !== 'EEXIST') throw fault;
        });
      });
    } finally {
      await rm(temporary, { force: true });
    }
    await syncFolder(dirname(path));
  });
  const kept = await readKey(path);
  if (kept === null) throw new UsageError(`the key ${path} is gone: run the same command again`);
  return kept;
}

async function writeNew(path: string, key: string): Promise<void> {
  const handle = await open(path, 'wx', PRIVATE);
  try {
    await handle.appendFile(`${key}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function expectFile(path: string, handle: FileHandle): Promise<{ mode: number }> {
  const found = await handle.stat();
  if (!found.isFile()) throw new UsageError(`${path} is not a regular file: expected a file with ${WANTED}`);
  return found;
}
