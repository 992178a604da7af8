import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeZip } from '../../class/zip-fixture.ts';
import type { SubmissionRecord } from '../../record/record.ts';
import { type Ran, run, temporaryFolder } from './command-fixture.ts';

export const RIGHT = 'export function relu(z) { return z > 0 ? z : 0; }\n';
export const WRONG = 'export function relu(z) { return z; }\n';

/** A zip of the files, at the path. */
export function zipped(path: string, files: Readonly<Record<string, string>>): string {
  writeFileSync(path, makeZip(Object.entries(files).map(([name, data]) => ({ name, data }))));
  return path;
}

/** A zip `class.zip` of the files in a folder of its own, graded for one exercise of 10 points. */
export function newClass(files: Readonly<Record<string, string>>): {
  folder: string;
  out: string;
  grade: (...more: string[]) => Promise<Ran>;
  records: () => SubmissionRecord[];
} {
  const folder = temporaryFolder();
  const out = join(folder, 'out');
  const assignment = join(folder, 'hw.json');
  writeFileSync(assignment, JSON.stringify({ title: 'HW 1', exercises: [{ name: 'relu', points: 10 }] }));
  zipped(join(folder, 'class.zip'), files);
  return {
    folder,
    out,
    grade: (...more) => run('grade', join(folder, 'class.zip'), '-a', assignment, '-o', out, '--jobs', '1', ...more),
    records: () =>
      readFileSync(join(out, 'results.jsonl'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
  };
}
