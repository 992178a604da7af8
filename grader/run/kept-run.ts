import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { exerciseSummaries } from '../../exercises/exercises.ts';
import type { Assignment } from '../assignment/assignment.ts';
import { readAssignment } from '../assignment/read-assignment.ts';
import type { People } from '../roster/match-roster.ts';
import { onDisk } from '../store/disk-fault.ts';
import { replaceFile } from '../store/durable.ts';
import type { FolderHeader } from '../store/header.ts';
import { readRegular } from '../store/regular-file.ts';
import { UsageError } from '../text/errors.ts';
import { isKeptClass, type KeptClass } from './kept-class.ts';

/** What a run was given, kept beside its results, so that later commands need not be given it again. */
export interface KeptRun {
  /** the class folder, relative to the results, so that both may move together */
  classFolder: string;
  assignment: Assignment;
  /** the roster, likewise relative; absent if there was none */
  roster?: string;
  /** what the class was taken for, and who handed what in; absent in folders of before layouts were read */
  class?: KeptClass;
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

/** Keeps the class, the assignment and the roster of a run beside its results. */
export async function keepRun(
  folder: string,
  { path, kept }: { path: string; kept: KeptClass | null },
  assignment: Assignment,
  roster: string | null,
): Promise<void> {
  const from = (path: string): string => relative(resolve(folder), resolve(path));
  const run: KeptRun = {
    classFolder: from(path),
    assignment,
    ...(roster === null ? {} : { roster: from(roster) }),
    ...(kept === null ? {} : { class: kept }),
  };
  await onDisk(join(folder, NAME), () => replaceFile(folder, NAME, [`${JSON.stringify(run, null, 2)}\n`]));
}

/** The class folder of a folder of results, wherever it is now; null if nothing says which it is. */
export async function keptClassFolder(folder: string): Promise<string | null> {
  const kept = await readRun(folder);
  return typeof kept?.classFolder === 'string' ? relative('', resolve(folder, kept.classFolder)) || '.' : null;
}

/** The class folder of a folder of results. @throws {UsageError} Nothing says which it is. */
export async function classFolderOf(folder: string, named: string | undefined): Promise<string> {
  if (named !== undefined) return named;
  const kept = await keptClassFolder(folder);
  if (kept !== null && existsSync(kept)) return kept;
  if (kept !== null)
    throw new UsageError(
      `the class that was graded, ${kept}, is not there any more: if it moved, name it with --class`,
    );
  throw new UsageError(`nothing in ${folder} says where its class is: name it with --class`);
}

/** The roster that the results in a folder were graded with, null if there was none. */
export async function keptRoster(folder: string): Promise<string | null> {
  const kept = (await readRun(folder))?.roster;
  return typeof kept === 'string' ? relative('', resolve(folder, kept)) : null;
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

/** The same as far as it was kept; null if nothing holds it. */
export async function keptAssignmentOf(folder: string, header: FolderHeader): Promise<Assignment | null> {
  return assignmentOf(folder, header, undefined).catch((error: unknown) => {
    if (error instanceof UsageError) return null;
    throw error;
  });
}

async function textOf(path: string): Promise<string | null> {
  return readRegular(path).then(
    (bytes) => bytes.toString('utf8'),
    () => null,
  );
}

/** What the class of a folder of results was taken for; null if nothing says it. */
export async function keptClassOf(folder: string): Promise<KeptClass | null> {
  const kept = (await readRun(folder))?.class;
  return isKeptClass(kept) ? kept : null;
}

/** Who handed each submission of a folder of results in, as far as its platform says it. */
export async function peopleOf(folder: string): Promise<People> {
  const kept = await keptClassOf(folder);
  const submissions = Object.entries(kept?.submissions ?? {});
  return new Map(submissions.map(([id, { people = [] }]) => [id, people]));
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
