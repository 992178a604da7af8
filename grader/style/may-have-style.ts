import type { ExerciseRecord } from '../record/record.ts';

/** Whether the style of a submission may explain its verdict. */
export function mayHaveStyle({ status }: ExerciseRecord): boolean {
  return status === 'wrong' || status === 'error';
}
