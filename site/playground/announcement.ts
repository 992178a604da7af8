import type { SubmissionRecord } from '../../grader/record/record.ts';
import { exercisePoints } from '../../grader/report/visible-text.ts';
import { printableLine } from '../../grader/text/printable.ts';
import type { Progress } from './progress.ts';

/** The verdict on an exercise in a sentence or two, for those who do not see it. */
export function announcement(name: string, record: SubmissionRecord, progress: Progress): string {
  const exercise = progress.exercises.find((each) => each.name === name);
  if (record.status !== 'graded') return printableLine(`Cannot be graded: ${record.message ?? ''}`);
  if (exercise === undefined || progress.unwritten.has(name)) return `${name} is not written yet.`;
  return printableLine(`${name}: ${exercise.status}, ${exercisePoints(exercise)}. ${exercise.message ?? ''}`);
}
