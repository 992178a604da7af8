import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Assignment } from '../../grader/assignment/assignment.ts';
import type { SubmissionRecord } from '../../grader/record/record.ts';
import { jsonLine } from '../../grader/text/json-text.ts';

/** A folder of results that `backproof grade` wrote, which a large one is made from. */
export interface Original {
  records: readonly SubmissionRecord[];
  drawings: readonly { submission: string }[];
  run: { classFolder: string; assignment: Assignment };
}

export function readOriginal(folder: string): Original {
  const linesOf = (name: string): string[] => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean);
  return {
    records: linesOf('results.jsonl').map((line) => JSON.parse(line) as SubmissionRecord),
    drawings: linesOf('drawings.jsonl').map((line) => JSON.parse(line) as { submission: string }),
    run: JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')) as Original['run'],
  };
}

/** The id of a made-up student. */
export function studentId(place: number): string {
  return `student${String(place).padStart(6, '0')}`;
}

/** The lines of results of `count` students, who handed in what the class of the original did, in turn, each in other words. */
export function* recordLines({ records }: Original, count: number): Generator<string> {
  for (let n = 0; n < count; n++) {
    const record = records[n % records.length] as SubmissionRecord;
    const submission = studentId(n);
    const sourceHash =
      record.sourceHash === null ? null : `${record.sourceHash.slice(0, -6)}${n.toString(16).padStart(6, '0')}`;
    yield jsonLine({ ...record, submission, sourceHash, similarTo: [] });
  }
}

/** The drawings of their counterexamples. */
export function* drawingLines({ records, drawings }: Original, count: number): Generator<string> {
  for (let n = 0; n < count; n++) {
    const { submission } = records[n % records.length] as SubmissionRecord;
    for (const drawing of drawings) {
      if (drawing.submission === submission) yield jsonLine({ ...drawing, submission: studentId(n) });
    }
  }
}
