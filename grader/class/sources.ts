import { decodeSource } from './code-file.ts';
import { SubmissionProblem, shownName } from './problem.ts';
import { type RawFile, sourceHash } from './source-hash.ts';
import type { SourceFile, Submission } from './submission.ts';

/**
 * The sources that were handed in, in the order of their paths.
 *
 * @param name what the submission is called
 * @throws {SubmissionProblem} They hold no code, two have the same path, or one is not text.
 */
export function sourcesOf(name: string, raw: readonly RawFile[]): Pick<Submission, 'files' | 'sourceHash'> {
  const sorted = raw.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  expectDistinct(sorted, name);
  const files = sorted.map(({ path, bytes }) => ({ path, code: decodeSource(path, bytes) }));
  expectCode(files, name);
  return { files, sourceHash: sourceHash(sorted) };
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
