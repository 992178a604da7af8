import { existsSync, type Stats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { codeOf, UsageError } from '../text/errors.ts';
import { shownCount } from '../text/numbers.ts';
import { ACCEPTED, decodeSource, isCodeName, sourcePath } from './code-file.ts';
import { type ClassEntry, idOf } from './list-class.ts';
import { SubmissionProblem, shownName } from './problem.ts';
import { asProblem, readBytes, Unreadable } from './read-bytes.ts';
import { readFolder } from './read-folder.ts';
import { readZip } from './read-zip.ts';
import { SizeBudget } from './size-budget.ts';
import { type RawFile, sourceHash } from './source-hash.ts';
import type { SourceFile, SourceLimits, Submission } from './submission.ts';

/**
 * One submission of a class. Whatever a student handed in, the result is a submission, with a problem if it cannot be
 * graded; only a fault of the machine (a broken disk, too many open files, no permission) throws, and becomes an `infra_error`.
 *
 * @throws {UsageError} The class folder itself is gone.
 */
export async function readSubmission(folder: string, entry: ClassEntry, limits: SourceLimits): Promise<Submission> {
  const [name, other] = entry.names;
  if (name === undefined) throw new Error(`the class entry ${entry.id} has no name`);
  if (other !== undefined) {
    return invalid(
      entry.id,
      `the id ${shownName(entry.id)} is there more than once: ${namesOf(entry)}; leave one of them`,
    );
  }
  const submission = await submissionAt(join(folder, name), entry.id, name, limits);
  // An unmounted share takes all its files with it: that is not the student's fault.
  if (submission.problem !== null && !existsSync(folder))
    throw new UsageError(
      `the class folder ${folder} is not there any more: run the same command again when it is back`,
    );
  return submission;
}

/** The most names in a message: a student may hand in thousands of files whose names differ behind the dot alone. */
const MOST_NAMES = 5;

function namesOf({ names }: ClassEntry): string {
  const more = names.length - MOST_NAMES;
  const first = names.slice(0, MOST_NAMES).map(shownName);
  return more > 0 ? `${first.join(', ')} and ${shownCount(more)} more` : first.join(' and ');
}

/**
 * The one submission at a path, as `backproof check` takes it: a file, a folder or a zip.
 *
 * @throws {UsageError} There is nothing at that path, or it may not be read.
 */
export async function readSingle(path: string, limits: SourceLimits): Promise<Submission> {
  const absolute = resolve(path);
  let isFolder: boolean;
  try {
    isFolder = (await lstat(absolute)).isDirectory();
  } catch (error) {
    const code = codeOf(error) ?? 'unknown error';
    const why = code === 'ENOENT' || code === 'ENOTDIR' ? `there is no ${path}` : `${path} cannot be read (${code})`;
    throw new UsageError(`${why}: name ${ACCEPTED}`);
  }
  const name = basename(absolute);
  try {
    return await submissionAt(absolute, idOf(name, isFolder), name, limits);
  } catch (error) {
    if (error instanceof Unreadable) throw new UsageError(`${path} cannot be read: ${error.message}`);
    throw error;
  }
}

async function submissionAt(path: string, id: string, name: string, limits: SourceLimits): Promise<Submission> {
  try {
    const raw = await rawFiles(path, name, limits);
    raw.sort((a, b) => (a.path < b.path ? -1 : 1));
    expectDistinct(raw, name);
    const files = raw.map(({ path: at, bytes }) => ({ path: at, code: decodeSource(at, bytes) }));
    expectCode(files, name);
    return { id, files, problem: null, sourceHash: sourceHash(raw) };
  } catch (error) {
    if (error instanceof SubmissionProblem) return invalid(id, error.message);
    throw error;
  }
}

async function rawFiles(path: string, name: string, limits: SourceLimits): Promise<RawFile[]> {
  const budget = new SizeBudget(limits);
  const stats = await look(path, name);
  if (stats.isDirectory()) return readFolder(path, name, budget);
  if (!stats.isFile()) throw new SubmissionProblem(`${shownName(name)} is ${kindOf(stats)}: hand in ${ACCEPTED}`);
  if (extname(name).toLowerCase() === '.zip') return readZip(path, name, budget);
  if (!isCodeName(name)) throw new SubmissionProblem(`${shownName(name)} is not code: hand in ${ACCEPTED}`);
  const bytes = await readBytes(path, name, budget.limit);
  budget.take(name, bytes.length);
  return [{ path: sourcePath(name), bytes }];
}

async function look(path: string, name: string): Promise<Stats> {
  try {
    return await lstat(path);
  } catch (error) {
    throw asProblem(name, error);
  }
}

function kindOf(stats: Stats): string {
  if (stats.isSymbolicLink()) return 'a link, and links are not followed';
  if (stats.isFIFO()) return 'a named pipe';
  if (stats.isSocket()) return 'a socket';
  return 'a device';
}

function expectDistinct(sorted: readonly RawFile[], name: string): void {
  const again = sorted.find(({ path }, index) => path === sorted[index - 1]?.path);
  if (again !== undefined) throw new SubmissionProblem(`${shownName(name)} holds ${shownName(again.path)} twice`);
}

function expectCode(files: readonly SourceFile[], name: string): void {
  if (files.some(({ code }) => code.trim() !== '')) return;
  throw new SubmissionProblem(
    files.length === 1 ? `${shownName(name)} is empty` : `the files in ${shownName(name)} are empty`,
  );
}

function invalid(id: string, problem: string): Submission {
  return { id, files: [], problem, sourceHash: null };
}
