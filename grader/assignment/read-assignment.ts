import { readFile } from 'node:fs/promises';
import { codeOf, UsageError } from '../text/errors.ts';
import { type Assignment, bundledAssignment, type KnownExercise, noAssignment, parseAssignment } from './assignment.ts';

/**
 * The assignment of a bundled name (a section, or `all`) or in a JSON file.
 *
 * @throws {UsageError} There is none, or the file has a fault: the message names the place and what was expected there.
 */
export async function readAssignment(nameOrPath: string, known: readonly KnownExercise[]): Promise<Assignment> {
  const bundled = bundledAssignment(nameOrPath, known);
  return bundled ?? parseAssignment(nameOrPath, await textOf(nameOrPath, known), known);
}

async function textOf(path: string, known: readonly KnownExercise[]): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = codeOf(error) ?? 'unknown error';
    if (code === 'EISDIR') throw new UsageError(`the assignment ${path} is a folder, not a JSON file`);
    if (code !== 'ENOENT' && code !== 'ENOTDIR')
      throw new UsageError(`the assignment ${path} cannot be read (${code})`);
    throw noAssignment(path, known);
  }
}
