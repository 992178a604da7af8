import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { type Entry, fromFdPromise, type ZipFile } from 'yauzl';
import { messageOf } from '../../accelerated/error-message.ts';
import { codeOf, UsageError } from '../text/errors.ts';
import { shownCount } from '../text/numbers.ts';
import { type ClassTree, type NodeKind, type TreeNode, within } from './class-tree.ts';
import { SubmissionProblem, shownName } from './problem.ts';
import { entryPath, isLink, unpack } from './zip-entry.ts';

/** The most entries of the zip of a class: the list of them is held in memory. */
const MOST_ENTRIES = 500_000;
/** Data that does not shrink grows a little when it is deflated. */
const SLACK = 64 * 1024;

/** The zip of a class, and what in it cannot be used, a line each. */
export interface ZipTree extends ClassTree {
  readonly refused: readonly string[];
}

type Found = { kind: 'folder'; names: Map<string, NodeKind> } | { kind: 'file' | 'link'; entry: Entry };

/**
 * The zip of a class as it was downloaded. Its list is read at once, an entry only when it is asked for, and nothing is unpacked to
 * the disk. Entries whose paths lead out of it are left out, and named.
 *
 * @throws {UsageError} It cannot be read, or is not whole.
 */
export async function zipTree(path: string): Promise<ZipTree> {
  const file = await open(path, constants.O_RDONLY).catch((error: unknown) => {
    throw new UsageError(`the class ${path} cannot be read (${codeOf(error) ?? 'unknown error'})`);
  });
  try {
    const zip = await fromFdPromise(file.fd, { autoClose: false, lazyEntries: true, decodeStrings: false });
    const { found, refused } = await index(zip, path);
    return treeOf(path, file, zip, found, refused);
  } catch (error) {
    await file.close();
    if (error instanceof UsageError) throw error;
    const reason = messageOf(error);
    // The list of what a zip holds is its end.
    if (reason.startsWith('End of central directory record'))
      throw new UsageError(`${path} is not a zip file, or its end is missing (was it cut off?): download it again`);
    throw new UsageError(
      `${path} is not a whole zip file (${shownName(reason)}): download it again, or unpack it and name the folder`,
    );
  }
}

function treeOf(
  path: string,
  file: FileHandle,
  zip: ZipFile,
  found: ReadonlyMap<string, Found>,
  refused: readonly string[],
): ZipTree {
  const at = (inside: string): Found => {
    const entry = found.get(inside);
    if (entry === undefined) throw new SubmissionProblem(`${shownName(inside)} is not in the zip of the class`);
    return entry;
  };
  return {
    path,
    refused,
    list: async (inside) => {
      const entry = at(inside);
      return entry.kind === 'folder' ? nodesOf(entry.names) : [];
    },
    kind: async (inside) => at(inside).kind,
    read: async (inside, shown, most) => {
      const entry = at(inside);
      if (entry.kind !== 'file') throw new SubmissionProblem(`${shownName(shown)} is not a regular file`);
      return readEntry(zip, file, entry.entry, shown, most);
    },
    isThere: () => true,
    close: () => file.close(),
  };
}

function nodesOf(names: ReadonlyMap<string, NodeKind>): TreeNode[] {
  return [...names].map(([name, kind]) => ({ name, kind })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function index(zip: ZipFile, path: string): Promise<{ found: Map<string, Found>; refused: string[] }> {
  if (zip.entryCount > MOST_ENTRIES) {
    throw new UsageError(`${path} holds ${shownCount(zip.entryCount)} entries, more than ${shownCount(MOST_ENTRIES)}`);
  }
  const found = new Map<string, Found>([['', { kind: 'folder', names: new Map() }]]);
  const refused: string[] = [];
  for await (const entry of zip.eachEntry()) {
    const { steps, isFolder, fault } = entryPath(entry);
    if (fault !== null) refused.push(`the zip holds ${fault}: left out`);
    else if (entry.isEncrypted()) {
      throw new UsageError(`${path} is encrypted: unpack it with its password, and name the folder`);
    } else if (steps.length > 0 && !add(found, steps, isFolder, entry)) {
      refused.push(`the zip holds ${shownName(steps.join('/'))} twice: only the first one is read`);
    }
  }
  return { found, refused };
}

/** Adds an entry and the folders around it; false if there is another of that name. */
function add(found: Map<string, Found>, steps: readonly string[], isFolder: boolean, entry: Entry): boolean {
  let folder = '';
  for (const [depth, step] of steps.entries()) {
    const around = found.get(folder);
    if (around?.kind !== 'folder') return false;
    const path = within(folder, step);
    const known = found.get(path);
    const isEnd = depth === steps.length - 1;
    if (isEnd && !isFolder) {
      if (known !== undefined) return false;
      const kind = isLink(entry) ? 'link' : 'file';
      around.names.set(step, kind);
      found.set(path, { kind, entry });
    } else if (known === undefined) {
      around.names.set(step, 'folder');
      found.set(path, { kind: 'folder', names: new Map() });
    }
    folder = path;
  }
  return true;
}

/** What declares more than `most` bytes is not unpacked: that many zeros say that it is too large. */
async function readEntry(zip: ZipFile, file: FileHandle, entry: Entry, shown: string, most: number): Promise<Buffer> {
  if (entry.uncompressedSize > most) return Buffer.alloc(most + 1);
  if (entry.compressedSize > entry.uncompressedSize + SLACK) {
    throw new SubmissionProblem(`${shownName(shown)} is damaged: it is larger packed than unpacked`);
  }
  const bytesAt = async (start: number, length: number): Promise<Buffer> => {
    const bytes = Buffer.allocUnsafe(length);
    const { bytesRead } = await file.read(bytes, 0, length, start);
    return bytes.subarray(0, bytesRead);
  };
  try {
    return await unpack(zip, bytesAt, entry, shown);
  } catch (error) {
    if (error instanceof SubmissionProblem || codeOf(error) !== null) throw error;
    throw new SubmissionProblem(
      `${shownName(shown)} is damaged in the zip of the class: ${shownName(messageOf(error))}`,
    );
  }
}
