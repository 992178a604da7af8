import { open, readdir, stat } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import type { ClassEntry } from '../class/class-entry.ts';
import type { ClassTree } from '../class/class-tree.ts';
import { folderTree } from '../class/folder-tree.ts';
import { readSubmission } from '../class/read-submission.ts';
import type { SourceLimits, Submission } from '../class/submission.ts';
import { zipTree } from '../class/zip-tree.ts';
import type { KnownStudent } from '../roster/student.ts';
import { codeOf, UsageError } from '../text/errors.ts';
import { nameList } from '../text/name-list.ts';
import { grouped } from './groups.ts';
import { withoutJunk } from './junk.ts';
import type { ClassFolder } from './layout.ts';
import type { LayoutName } from './layout-names.ts';
import { doubledProblem } from './plain.ts';
import { foldersOf, readAs, recognise } from './recognise.ts';

/** How a class is to be read. */
export interface WantedLayout {
  layout: LayoutName | 'auto';
  /** of several assignments in the folders of nbgrader, the one that is graded */
  nbgraderAssignment: string | null;
}

export const AUTO: WantedLayout = { layout: 'auto', nbgraderAssignment: null };

/** A class whose names have been read; its submissions are read one by one. */
export interface OpenClass {
  /** as the command line named it */
  path: string;
  layout: LayoutName;
  /** of several in the folders of nbgrader, the one that was asked for */
  nbgraderAssignment: string | null;
  /** what it was taken for and why, as a sentence without an end */
  because: string;
  /** what an instructor should know, a line each */
  notes: readonly string[];
  /** sorted by id (by code units, as `<` compares strings), so that the order is the same on every machine */
  entries: readonly ClassEntry[];
  /** who handed each submission in, as far as the platform says it */
  people: ReadonlyMap<string, readonly KnownStudent[]>;
  read: (entry: ClassEntry, limits: SourceLimits) => Promise<Submission>;
  close: () => Promise<void>;
}

/**
 * Opens the folder or zip of a class and reads its names.
 *
 * @throws {UsageError} The folder does not exist, holds no submission, or does not have the layout that was named.
 */
export async function openClass(path: string, wanted: WantedLayout = AUTO): Promise<OpenClass> {
  const tree = await treeAt(path);
  try {
    return await classOf(tree, wanted);
  } catch (error) {
    await tree.close();
    throw error;
  }
}

async function classOf(tree: ClassTree & { refused?: readonly string[] }, wanted: WantedLayout): Promise<OpenClass> {
  const { path } = tree;
  const { nodes, junk } = withoutJunk(await tree.list(''));
  const isZip = tree.refused !== undefined;
  const name = basename(resolve(path), isZip ? extname(path) : '');
  const outer: ClassFolder = { tree, at: '', isArchive: isZip, name, nodes };
  const inner = await foldersOf(outer);
  const { layout, read, notes } =
    wanted.layout === 'auto'
      ? await recognise(inner.folders, wanted)
      : await readAs(inner.folders, wanted.layout, wanted);
  if (read.entries.length === 0)
    throw new UsageError(`${path} holds no submissions: each entry of a class folder is one`);
  if (wanted.nbgraderAssignment !== null && layout.name !== 'nbgrader')
    throw new UsageError(`--nbgrader-assignment is for nbgrader, and ${path} is read as ${layout.title}`);
  const left = [...junk, ...inner.junk];
  return {
    path,
    layout: layout.name,
    nbgraderAssignment: wanted.nbgraderAssignment,
    because: `${layout.title}: ${read.because}`,
    notes: [
      ...(tree.refused ?? []),
      ...notes,
      ...(left.length === 0 ? [] : [`left out, since an operating system put it there: ${nameList(left)}`]),
    ],
    entries: onceEach(read.entries),
    people: read.people,
    read: (entry, limits) => readSubmission(tree, entry, limits),
    close: () => tree.close(),
  };
}

/** An id that two entries have is a problem of that submission. */
function onceEach(entries: readonly ClassEntry[]): ClassEntry[] {
  return [...grouped(entries, ({ id }) => id)]
    .map(([id, own]) => {
      const [first, ...others] = own;
      if (first !== undefined && others.length === 0) return first;
      const parts = own.flatMap((entry) => entry.parts);
      return {
        id,
        parts,
        problem: doubledProblem(
          id,
          parts.map((part) => part.path),
        ),
      };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

async function treeAt(path: string): Promise<ClassTree & { refused?: readonly string[] }> {
  try {
    const found = await stat(path);
    if (found.isFile() && (await isZip(path))) return await zipTree(path);
    // Says by its code why it cannot be listed.
    await readdir(path);
    return folderTree(path);
  } catch (error) {
    throw asUsage(path, error);
  }
}

async function isZip(path: string): Promise<boolean> {
  if (extname(path).toLowerCase() === '.zip') return true;
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.toString('latin1') === 'PK\x03\x04';
  } finally {
    await file.close();
  }
}

function asUsage(path: string, error: unknown): unknown {
  const code = codeOf(error);
  if (code === 'ENOENT') return new UsageError(`the class folder ${path} does not exist`);
  if (code === 'ENOTDIR')
    return new UsageError(
      `${path} is a file, neither a class folder nor the .zip of one: \`backproof check\` takes one file`,
    );
  if (code === 'EACCES' || code === 'EPERM') return new UsageError(`the class folder ${path} may not be read`);
  return error;
}
