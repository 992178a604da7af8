import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// What the tests of the reference leave for `npm run coverage`: which lines they reached, and of which sources.

/** The sources of reference/ by path, each with the hash of its text. */
export type Sources = Readonly<Record<string, string>>;

/** Where each test file writes down what it reached; the script `coverage` in package.json names it too. */
export function coverageFolder(root: string): string {
  return join(root, 'coverage/reached');
}

/** The sources as they are now. */
export function sourcesOf(root: string): Sources {
  const files = filesBelow(root, 'reference').filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  const hashOf = (file: string): string =>
    createHash('sha256')
      .update(readFileSync(join(root, file)))
      .digest('hex');
  return Object.fromEntries(files.map((file) => [file, hashOf(file)]));
}

/** Whether these are all test files of the reference, and not some of them. */
export function areAllTests(root: string, paths: readonly string[]): boolean {
  const tests = [...filesBelow(root, 'reference'), ...filesBelow(root, 'properties')].filter(
    (file) => file.endsWith('.test.ts') && !file.endsWith('/backend.test.ts'),
  );
  return tests.every((file) => paths.includes(file));
}

/** Another run of the tests begins. */
export function clearCoverage(root: string): void {
  rmSync(join(root, 'coverage'), { recursive: true, force: true });
}

/** All tests of the reference have run, and passed, on these sources. */
export function completeCoverage(root: string, sources: Sources): void {
  mkdirSync(join(root, 'coverage'), { recursive: true });
  writeFileSync(join(root, 'coverage/sources.json'), JSON.stringify(sources));
}

/** Why what the tests left cannot be judged, or null. */
export function unfitCoverage(root: string): string | null {
  const file = join(root, 'coverage/sources.json');
  if (!existsSync(file)) return 'the tests of the reference have not passed as a whole';
  const then = new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Sources));
  const now = new Map(Object.entries(sourcesOf(root)));
  const changed = [...new Set([...then.keys(), ...now.keys()])].filter((path) => then.get(path) !== now.get(path));
  return changed.length > 0 ? `changed since the tests ran: ${changed.join(', ')}` : null;
}

function filesBelow(root: string, folder: string): string[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return files.map((file) => `${folder}/${file.replaceAll('\\', '/')}`).sort();
}
