import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { entryPaths, nameOf } from '../../properties/entry/entries.ts';
import { filesBelow } from '../check/tree-files.ts';
import type { WantedTests } from './wanted-tests.ts';

/**
 * Tests of how inputs are drawn and of how tests are run and told, which never call the reference; and those of models, which
 * take seconds each and run whole formulas that have their own.
 */
const OTHER_FILES = /^properties\/(inputs|models|parameters|suite)\//;

/** The tests that can reach one of the files: those that import it, themselves or by way of other files. */
export function testsReaching(files: readonly string[]): WantedTests {
  const reaches = (path: string): boolean => importedBy(path).some((imported) => files.includes(imported));
  const formulas = entryPaths()
    .filter((path) => reaches(`properties/${path}.ts`))
    .map(nameOf);
  const testFiles = ['reference', 'properties']
    .flatMap((folder) => filesBelow('.', folder))
    .filter((file) => file.endsWith('.test.ts') && !OTHER_FILES.test(file) && reaches(file));
  return { formulas, testFiles };
}

const direct = new Map<string, string[]>();

/** A file and all that it imports when it is loaded. */
function importedBy(path: string): string[] {
  const found = [path];
  for (const file of found) {
    if (!direct.has(file)) direct.set(file, importsOf(file));
    found.push(...(direct.get(file) ?? []).filter((other) => !found.includes(other)));
  }
  return found;
}

/** The files that `from '…'` names; those that `import('…')` names are for other backends. */
function importsOf(file: string): string[] {
  if (!existsSync(file)) return [];
  const source = readFileSync(file, 'utf8');
  return Array.from(source.matchAll(/\bfrom '(\.[^']+)'/g), ([, to = '']) => posix.join(posix.dirname(file), to));
}
