import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { codeOf } from '../text/errors.ts';
import { SubmissionProblem, shownName } from './problem.ts';

// Neither exists on Windows, which has no FIFOs in folders and needs a privilege for links.
const SAFELY = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
const CHUNK = 64 * 1024;

/** What the operating system says of an entry that cannot be read, if that is its owner's doing. */
const FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'is not there any more, or its name is not valid UTF-8',
  ENOTDIR: 'changed while it was read',
  EISDIR: 'changed while it was read',
  ELOOP: 'is a link, and links are not followed',
  ENXIO: 'is not a regular file',
  ENAMETOOLONG: 'cannot be read: its path is too long',
};

/** The account that grades may not read something that was handed in. That is not the student's fault. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/**
 * The error of a file operation on something that a student made, as a problem of that submission. Faults of the
 * machine (too many open files, a broken disk, no permission) are not the student's, so they pass through as they are.
 */
export function asProblem(name: string, error: unknown): unknown {
  const code = codeOf(error) ?? '';
  if (code === 'EACCES' || code === 'EPERM')
    return new Unreadable(`permission denied for ${shownName(name)}: let this account read it`);
  const fault = FAULTS[code];
  return fault === undefined ? error : new SubmissionProblem(`${shownName(name)} ${fault}`);
}

/**
 * Up to `most + 1` bytes of a regular file, so that a longer result says "too large". Follows no link and never blocks,
 * even if the file was replaced by a link or a FIFO a moment ago, or says that it is empty and is not.
 *
 * @throws {SubmissionProblem} It is not there, or not a regular file.
 * @throws {Unreadable} This account may not read it.
 */
export async function readBytes(path: string, name: string, most: number): Promise<Buffer> {
  try {
    const handle = await open(path, SAFELY);
    try {
      if (!(await handle.stat()).isFile()) throw new SubmissionProblem(`${shownName(name)} is not a regular file`);
      const chunks: Buffer[] = [];
      let total = 0;
      while (total <= most) {
        const chunk = Buffer.allocUnsafe(Math.min(CHUNK, most + 1 - total));
        const { bytesRead } = await handle.read(chunk, 0, chunk.length, null);
        if (bytesRead === 0) break;
        chunks.push(chunk.subarray(0, bytesRead));
        total += bytesRead;
      }
      return Buffer.concat(chunks);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw asProblem(name, error);
  }
}
