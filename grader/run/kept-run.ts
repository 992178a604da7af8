import { createHash } from 'node:crypto';
import { lstat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { exerciseSummaries } from '../../exercises/exercises.ts';
import { type Assignment, readAssignment } from '../assignment/assignment.ts';
import { onDisk } from '../store/disk-fault.ts';
import { replaceFile } from '../store/durable.ts';
import type { FolderHeader } from '../store/header.ts';
import { readRegular } from '../store/regular-file.ts';
import { UsageError } from '../text/errors.ts';

/** What a run was given, kept beside its results, so that later commands need not be given it again. */
export interface KeptRun {
  /** the class folder, relative to the results, so that both may move together */
  classFolder: string;
  assignment: Assignment;
}

const NAME = 'run.json';
const BEGINNING = '{\n  "classFolder": ';

/** `sha256:…` of an assignment: a folder of results is for one version of it. */
export function assignmentHash(assignment: Assignment): string {
  return `sha256:${createHash('sha256').update(JSON.stringify(assignment)).digest('hex')}`;
}

/** @throws {UsageError} The file that `keepRun` would write exists and holds something else. */
export async function expectOwnRun(folder: string): Promise<void> {
  const path = join(folder, NAME);
  const isThere = await lstat(path).then(
    () => true,
    () => false,
  );
  const isOurs = !isThere || (await textOf(path))?.startsWith(BEGINNING) === true;
  if (!isOurs)
    throw new UsageError(`${path} exists and was not written by backproof: move it away, or name another folder`);
}

/** Keeps the class folder and the assignment of a run beside its results. */
export async function keepRun(folder: string, classFolder: string, assignment: Assignment): Promise<void> {
  const run: KeptRun = { classFolder: relative(resolve(folder), resolve(classFolder)), assignment };
  await onDisk(join(folder, NAME), () => replaceFile(folder, NAME, [`${JSON.stringify(run, null, 2)}\n`]));
}

/** The class folder of a folder of results. @throws {UsageError} Nothing says which it is. */
export async function classFolderOf(folder: string, named: string | undefined): Promise<string> {
  if (named !== undefined) return named;
  const kept = await readRun(folder);
  if (typeof kept?.classFolder === 'string') return relative('', resolve(folder, kept.classFolder)) || '.';
  throw new UsageError(`nothing in ${folder} says where its class is: name it with --class`);
}

/**
 * The assignment that a folder's records are of.
 *
 * @throws {UsageError} The one named is a different one, or none is named and none was kept.
 */
export async function assignmentOf(
  folder: string,
  header: FolderHeader,
  named: string | undefined,
): Promise<Assignment> {
  const isOurs = (assignment: Assignment): boolean => assignmentHash(assignment) === header.assignmentHash;
  if (named !== undefined) {
    const assignment = await readAssignment(named, await exerciseSummaries());
    if (isOurs(assignment)) return assignment;
    throw new UsageError(`${folder} holds results of another version of the assignment ${header.assignment}`);
  }
  const kept = (await readRun(folder))?.assignment;
  if (kept !== undefined && isOurs(kept)) return kept;
  const bundled = await readAssignment(header.assignment, await exerciseSummaries()).catch(() => null);
  if (bundled !== null && isOurs(bundled)) return bundled;
  throw new UsageError(`nothing in ${folder} holds the assignment ${header.assignment}: name it with --assignment`);
}

async function textOf(path: string): Promise<string | null> {
  return readRegular(path).then(
    (bytes) => bytes.toString('utf8'),
    () => null,
  );
}

async function readRun(folder: string): Promise<Partial<KeptRun> | null> {
  try {
    const json: unknown = JSON.parse((await textOf(join(folder, NAME))) ?? '');
    return typeof json === 'object' ? json : null;
  } catch {
    // Missing or torn: the caller asks for what it lacks.
    return null;
  }
}
