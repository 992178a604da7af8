import { messageOf } from '../../accelerated/error-message.ts';
import { SubmissionProblem, shownName } from './problem.ts';
import { MOST_ENTRIES } from './read-folder.ts';
import type { RawFile } from './source-hash.ts';

/* What holds for a student's zip file, whatever unpacks it. */

/** The most MiB that a zip file may measure: it is held in memory while it is read. */
const MOST_ZIP_MIB = 32;
/** The most bytes to read of one. */
export const MOST_ZIP_BYTES = MOST_ZIP_MIB * 1024 * 1024;

/** @throws {SubmissionProblem} It is empty or too large. */
export function expectZipSize(bytes: number, name: string): void {
  if (bytes > MOST_ZIP_BYTES) throw new SubmissionProblem(`${shownName(name)} is larger than ${MOST_ZIP_MIB} MiB`);
  if (bytes === 0) throw new SubmissionProblem(`${shownName(name)} is empty`);
}

/** @throws {SubmissionProblem} It holds more entries than a submission may have. */
export function expectFewEntries(count: number, name: string): void {
  if (count <= MOST_ENTRIES) return;
  throw new SubmissionProblem(`${shownName(name)} holds ${count} entries, more than ${MOST_ENTRIES}`);
}

/** What is said of a zip file that cannot be unpacked. */
export function unreadableZip(name: string, error: unknown): SubmissionProblem {
  return new SubmissionProblem(`${shownName(name)} is not a zip file that can be read: ${shownName(messageOf(error))}`);
}

/** The files without the one folder around all of them, if there is one. */
export function withoutWrapper(files: RawFile[]): RawFile[] {
  const tops = new Set(files.map(({ path }) => (path.includes('/') ? path.slice(0, path.indexOf('/') + 1) : '')));
  const [top] = tops;
  if (tops.size !== 1 || top === undefined) return files;
  return files.map(({ path, bytes }) => ({ path: path.slice(top.length), bytes }));
}
