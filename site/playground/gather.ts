import { isCodeName, isSkipped, sourcePath } from '../../grader/class/code-file.ts';
import { pathIn } from '../../grader/class/entry-path.ts';
import { type Gathered, isArchive, noCode } from '../../grader/class/gathered.ts';
import { SubmissionProblem, shownName } from '../../grader/class/problem.ts';
import { SizeBudget } from '../../grader/class/size-budget.ts';
import { sourcesOf } from '../../grader/class/sources.ts';
import type { SourceLimits } from '../../grader/class/submission.ts';
import { expectFewEntries, withoutWrapper } from '../../grader/class/zip-rules.ts';
import type { Files } from './files.ts';

/** A file in a folder or archive; it is read only if it is code of a size that is allowed. */
export interface FoundFile {
  path: string;
  bytes: number;
  read: () => Uint8Array | Promise<Uint8Array>;
}

/** The code that was found, and how many other files there were. */
export interface Imported {
  files: Files;
  others: number;
}

/**
 * The code among files, under the rules of the grader; one folder around all of it is taken off.
 *
 * @param name what messages call all of them
 * @throws {SubmissionProblem} There is no code, too much of it, or some that cannot be read.
 */
export async function gatherCode(found: readonly FoundFile[], name: string, limits: SourceLimits): Promise<Imported> {
  const unsafe = found.map(({ path }) => pathIn(path).fault).find((fault) => fault !== null);
  if (unsafe !== undefined) throw new SubmissionProblem(`${shownName(name)} holds ${unsafe}`);
  const considered = found.filter(({ path }) => !pathIn(path).steps.some(isSkipped));
  expectFewEntries(considered.length, name);
  const budget = new SizeBudget(limits);
  const gathered: Gathered = { files: [], links: 0, archives: [], passedOver: new Set() };
  for (const { path, bytes, read } of considered) {
    const file = pathIn(path).steps.join('/');
    if (isCodeName(file)) {
      budget.take(file, bytes);
      gathered.files.push({ path: sourcePath(file), bytes: await read() });
    } else if (isArchive(file)) gathered.archives.push(file);
  }
  if (gathered.files.length === 0) throw noCode(name, gathered);
  return {
    files: sourcesOf(name, withoutWrapper(gathered.files)).files,
    others: considered.length - gathered.files.length,
  };
}
