import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { acceleratedFile } from './files/accelerated.ts';
import { entryFile } from './files/entry.ts';
import { exerciseFile, instructionsFile } from './files/exercise.ts';
import { exactFile, sizeFile } from './files/measured.ts';
import { misconceptionsFile } from './files/misconceptions.ts';
import { referenceFile } from './files/reference.ts';
import type { NewFormula } from './formula.ts';

/** What is written beside the files that the tracks of the catalogue ask for. */
export interface More {
  exact?: boolean;
  size?: boolean;
}

/** The files of a formula by their paths, as they are before the formatter has been over them. */
export function filesOf(formula: NewFormula, { exact = false, size = false }: More = {}): Map<string, string> {
  const { path, row } = formula;
  const files: [boolean, string, (formula: NewFormula) => string][] = [
    [row.tracks.has('R'), `reference/${path}.ts`, referenceFile],
    [row.tracks.has('A'), `accelerated/${path}.ts`, acceleratedFile],
    [row.tracks.has('P'), `properties/${path}.ts`, entryFile],
    [row.tracks.has('P'), `properties/${path}.misconceptions.ts`, misconceptionsFile],
    [row.tracks.has('E'), `exercises/${path}/exercise.ts`, exerciseFile],
    [row.tracks.has('E'), `exercises/${path}/instructions.md`, instructionsFile],
    [exact, `tools/accuracy/exact/${path}.ts`, exactFile],
    [size, `tools/bench/sizes/${path}.ts`, sizeFile],
  ];
  return new Map(files.filter(([isWanted]) => isWanted).map(([, file, write]) => [file, write(formula)]));
}

/**
 * Writes files below the root, in the format of the project.
 *
 * @throws {Error} One of them exists, or the formatter does not take them.
 */
export function writeFiles(root: string, files: ReadonlyMap<string, string>): void {
  for (const [file, text] of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text, { flag: 'wx' });
  }
  const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
  const { status, stderr } = spawnSync(process.execPath, [biome, 'check', '--write', ...files.keys()], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the formatter does not take what was written:\n${stderr}`);
}
