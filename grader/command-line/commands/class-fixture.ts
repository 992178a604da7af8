import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SubmissionRecord } from '../../record/record.ts';
import { type Ran, run, temporaryFolder } from './command-fixture.ts';

const SIGMOID = 'export const sigmoid = (z) => 1 / (1 + Math.exp(-z));';

/** A class whose submissions take no time to judge, with an assignment of one exercise. */
export interface TinyClass {
  folder: string;
  class: string;
  out: string;
  assignment: string;
  setPoints(points: number): void;
  /** by default a correct source of its own, like no other */
  handIn(id: string, code?: string): void;
  leave(id: string): void;
  grade(...more: string[]): Promise<Ran>;
}

/** @param options.keep whether the caller removes its folder, since several tests share it */
export function tinyClass({ keep = false } = {}): TinyClass {
  const folder = keep ? mkdtempSync(join(tmpdir(), 'backproof-class-')) : temporaryFolder();
  const [classFolder, out, assignment] = ['class', 'out', 'w.json'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(classFolder);
  const setPoints = (points: number): void =>
    writeFileSync(assignment, JSON.stringify({ title: 'W', exercises: [{ name: 'sigmoid', points }] }));
  setPoints(10);
  return {
    folder,
    class: classFolder,
    out,
    assignment,
    setPoints,
    handIn: (id, code = `// of ${id}\n${SIGMOID}`) => writeFileSync(join(classFolder, `${id}.js`), code),
    leave: (id) => rmSync(join(classFolder, `${id}.js`)),
    grade: (...more) => run('grade', classFolder, '-a', assignment, '-o', out, '--seed', '3', '--jobs', '1', ...more),
  };
}

/** The records of a folder of results, as they are in the file. */
export function storedRecords(out: string): SubmissionRecord[] {
  const lines = readFileSync(join(out, 'results.jsonl'), 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as SubmissionRecord);
}

/** The same as text, without what differs from run to run. */
export function timelessRecords(out: string): string[] {
  return storedRecords(out).map((record) => JSON.stringify({ ...record, startedAt: '', durationMs: 0 }));
}
