import { strToU8, unzipSync, zipSync } from 'fflate';
import { SubmissionProblem, shownName } from '../../grader/class/problem.ts';
import type { SourceLimits } from '../../grader/class/submission.ts';
import { expectFewEntries, expectZipSize, unreadableZip } from '../../grader/class/zip-rules.ts';
import type { Files } from './files.ts';
import { type FoundFile, gatherCode, type Imported } from './gather.ts';

/** The work as the zip that `backproof grade` takes. */
export function packed(files: Files): Uint8Array<ArrayBuffer> {
  return new Uint8Array(zipSync(Object.fromEntries(files.map(({ path, code }) => [path, strToU8(code)]))));
}

/**
 * The code in a student's zip. Nothing is inflated further than it declares, and nothing at all that is not code.
 *
 * @throws {SubmissionProblem} It is broken, an attack, or too large.
 */
export async function unpacked(zip: Uint8Array, name: string, limits: SourceLimits): Promise<Imported> {
  expectZipSize(zip.length, name);
  return gatherCode(entriesOf(zip, name), name, limits);
}

function entriesOf(zip: Uint8Array, name: string): FoundFile[] {
  const found: FoundFile[] = [];
  const seen = new Set<string>();
  guarded(name, () =>
    unzipSync(zip, {
      filter: ({ name: path, originalSize }) => {
        if (seen.has(path)) throw new SubmissionProblem(`${shownName(name)} holds ${shownName(path)} twice`);
        seen.add(path);
        expectFewEntries(seen.size, name);
        if (!path.endsWith('/'))
          found.push({ path: spelt(path), bytes: originalSize, read: () => entry(zip, name, path) });
        return false;
      },
    }),
  );
  return found;
}

function entry(zip: Uint8Array, name: string, path: string): Uint8Array {
  const only = guarded(`${name}/${path}`, () => unzipSync(zip, { filter: (file) => file.name === path }));
  return only[path] ?? new Uint8Array();
}

function guarded<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof SubmissionProblem ? error : unreadableZip(name, error);
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Programs on macOS write UTF-8 without the flag that says so; it is read as Latin-1 then. */
function spelt(path: string): string {
  if (/[^\0-\xff]/.test(path)) return path;
  try {
    return utf8.decode(Uint8Array.from(path, (character) => character.charCodeAt(0)));
  } catch {
    return path;
  }
}
