import { lstat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { codeOf, UsageError } from '../text/errors.ts';
import type { ClassEntry } from './class-entry.ts';
import type { ClassTree } from './class-tree.ts';
import { ACCEPTED } from './code-file.ts';
import { folderTree } from './folder-tree.ts';
import { idOf } from './id-of.ts';
import { SubmissionProblem } from './problem.ts';
import { Unreadable } from './read-bytes.ts';
import { type Contents, readParts } from './read-parts.ts';
import { sourcesOf } from './sources.ts';
import type { HandedIn, SourceLimits, Submission } from './submission.ts';

/**
 * One submission of a class. Whatever a student handed in, the result is a submission, with a problem if it cannot be
 * graded; only a fault of the machine (a broken disk, too many open files, no permission) throws, and becomes an `infra_error`.
 *
 * @throws {UsageError} The class folder itself is gone.
 */
export async function readSubmission(tree: ClassTree, entry: ClassEntry, limits: SourceLimits): Promise<Submission> {
  const submission = await submissionOf(tree, entry, limits);
  // An unmounted share takes all its files with it: that is not the student's fault.
  if (submission.problem !== null && !tree.isThere())
    throw new UsageError(
      `the class folder ${tree.path} is not there any more: run the same command again when it is back`,
    );
  return submission;
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
    const why = code === 'ENOENT' || code === 'ENOTDIR' ? `${path} does not exist` : `${path} cannot be read (${code})`;
    throw new UsageError(`${why}: name ${ACCEPTED}`);
  }
  const name = basename(absolute);
  const entry = { id: idOf(name, isFolder), parts: [{ path: name, name }] };
  try {
    return await submissionOf(folderTree(dirname(absolute)), entry, limits);
  } catch (error) {
    if (error instanceof Unreadable) throw new UsageError(`${path} cannot be read: ${error.message}`);
    throw error;
  }
}

async function submissionOf(tree: ClassTree, entry: ClassEntry, limits: SourceLimits): Promise<Submission> {
  const { id, problem, submittedAt, late, attempt } = entry;
  const handedIn: HandedIn = {
    ...(submittedAt === undefined ? {} : { submittedAt }),
    ...(late === undefined ? {} : { late }),
    ...(attempt === undefined ? {} : { attempt }),
  };
  const invalid = (why: string): Submission => ({ id, files: [], problem: why, sourceHash: null, ...handedIn });
  if (problem !== undefined) return invalid(problem);
  try {
    const { files: raw, leftOut } = await settled(tree, entry, limits);
    const name = entry.parts.length === 1 ? (entry.parts[0]?.name ?? id) : id;
    const rest = leftOut.length === 0 ? {} : { leftOut };
    return { id, ...sourcesOf(name, raw), problem: null, ...handedIn, ...rest };
  } catch (error) {
    if (error instanceof SubmissionProblem) return invalid(error.message);
    throw error;
  }
}

async function settled(tree: ClassTree, entry: ClassEntry, limits: SourceLimits): Promise<Contents> {
  const { files, leftOut } = await readParts(tree, entry, limits);
  const last = entry.settle?.(files) ?? { files, leftOut: [] };
  return { files: last.files, leftOut: [...(entry.leftOut ?? []), ...leftOut, ...last.leftOut] };
}
