import { ACCEPTED, isCodeName } from '../../grader/class/code-file.ts';
import { SubmissionProblem, shownName } from '../../grader/class/problem.ts';
import { MOST_ENTRIES } from '../../grader/class/read-folder.ts';
import type { SourceLimits } from '../../grader/class/submission.ts';
import { expectFewEntries, expectZipSize } from '../../grader/class/zip-rules.ts';
import { gatherCode, type Imported } from './gather.ts';
import { unpacked } from './zip.ts';

/** A file that was chosen or dropped, and where it lies in what was. */
export interface GivenFile {
  path: string;
  file: File;
}

/** The files of an input, of a folder with their paths in it. */
export function chosenFiles(input: HTMLInputElement): GivenFile[] {
  return Array.from(input.files ?? [], (file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/** What was dropped, with all that lies in dropped folders. */
export async function droppedFiles(transfer: DataTransfer): Promise<GivenFile[]> {
  const given: GivenFile[] = [];
  const entries: FileSystemEntry[] = [];
  // Only while the event is handled do items tell what they are.
  for (const item of transfer.items) {
    const entry = item.webkitGetAsEntry();
    const file = item.getAsFile();
    if (entry !== null) entries.push(entry);
    else if (file !== null) given.push({ path: file.name, file });
  }
  for (let entry = entries.shift(); entry !== undefined; entry = entries.shift()) {
    if (isFolder(entry)) entries.push(...(await listed(entry)));
    else given.push({ path: entry.fullPath.replace(/^\//, ''), file: await fileOf(entry as FileSystemFileEntry) });
    expectFewEntries(given.length + entries.length, entry.name);
  }
  return given;
}

/**
 * The code in what was given: a zip, a folder, or files.
 *
 * @throws {SubmissionProblem} It cannot be taken: one clear line.
 */
export async function importOf(given: readonly GivenFile[], limits: SourceLimits): Promise<Imported> {
  const [first, ...others] = given;
  if (first === undefined) throw new SubmissionProblem(`there is nothing in it: choose ${ACCEPTED}`);
  const isAlone = others.length === 0;
  if (isAlone && /\.zip$/i.test(first.path)) {
    expectZipSize(first.file.size, first.path);
    return unpacked(await bytesOf(first), first.path, limits);
  }
  if (isAlone && !isCodeName(first.path))
    throw new SubmissionProblem(`${shownName(first.path)} is not code: choose ${ACCEPTED}`);
  const [top = ''] = first.path.split('/');
  const isFolderAlone = given.every(({ path }) => path.startsWith(`${top}/`));
  const name = isAlone || isFolderAlone ? top : 'what you chose';
  const found = given.map((each) => ({ path: each.path, bytes: each.file.size, read: () => bytesOf(each) }));
  return gatherCode(found, name, limits);
}

async function bytesOf({ path, file }: GivenFile): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new SubmissionProblem(`${shownName(path)} cannot be read: choose it again`);
  }
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** A folder gives its entries in portions, the last of which is empty. */
async function listed(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (let portion = await portionOf(reader); portion.length > 0; portion = await portionOf(reader)) {
    all.push(...portion);
    if (all.length > MOST_ENTRIES) break;
  }
  return all;
}

function portionOf(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve) => reader.readEntries(resolve, () => resolve([])));
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, () =>
      reject(new SubmissionProblem(`${shownName(entry.name)} cannot be read: choose it again`)),
    );
  });
}
