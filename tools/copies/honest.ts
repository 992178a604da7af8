import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exercisePaths } from '../../exercises/exercises.ts';
import { readSingle } from '../../grader/class/read-submission.ts';
import type { SourceFile } from '../../grader/class/submission.ts';
import { nameOf } from '../../properties/entry/entries.ts';

/** A function that somebody wrote for an exercise. */
export interface Written {
  exercise: string;
  /** who: those of one folder may know each other's */
  source: 'honest' | 'sample';
  files: SourceFile[];
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LIMITS = { sourceKiB: 512 };

/** The submissions beside the grader, and those of a sample class by others if there is one. */
export async function writtenFunctions(sampleClass: string): Promise<Written[]> {
  const found: Written[] = [];
  for (const path of exercisePaths()) {
    const folder = join(ROOT, 'grader/honest', path);
    if (!existsSync(folder)) continue;
    for (const name of visible(folder)) found.push(...(await written(nameOf(path), 'honest', join(folder, name))));
  }
  if (!existsSync(`${sampleClass}.json`)) return found;
  const verdicts = JSON.parse(readFileSync(`${sampleClass}.json`, 'utf8')) as Record<string, { exercise: string }>;
  for (const name of visible(sampleClass)) {
    const exercise = verdicts[name.replace(/\.[^.]+$/, '')]?.exercise;
    if (exercise !== undefined) found.push(...(await written(exercise, 'sample', join(sampleClass, name))));
  }
  return found;
}

function visible(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort();
}

async function written(exercise: string, source: Written['source'], path: string): Promise<Written[]> {
  const { files } = await readSingle(path, LIMITS);
  return files.length === 0 ? [] : [{ exercise, source, files }];
}

/** Characters without white space that two people who do not know each other's code hardly write alike, names included. */
const RUN = 40;

/** All runs of a source, without comments and the options of the contract, which everybody writes the same. */
export function runsOf(files: readonly SourceFile[]): Set<string> {
  const runs = new Set<string>();
  for (const { code } of files) {
    const text = code
      .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
      .replace(/\{[^{}]*\}\s*(:[^=]*)?=\s*\{\}/g, '')
      .replace(/\s+/g, '');
    for (let at = 0; at + RUN <= text.length; at++) runs.add(text.slice(at, at + RUN));
  }
  return runs;
}

/** Whether one of two sources was made from the other: they hold a long run letter by letter. */
export function isDerived(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  for (const run of small) if (large.has(run)) return true;
  return false;
}
