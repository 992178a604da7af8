import type { LeftOut } from '../class/submission.ts';

/** What was handed in at once, and in which place: the last one counts. */
export interface Attempt<T> {
  /** what orders the attempts, as strings compare: a time, or a number filled up with zeros */
  order: string;
  /** as it is named beside what was left out, `2026-11-01T12:00:00` */
  shown: string;
  files: T[];
}

/** The attempt that counts, its number, and the files of the others. */
export function lastAttempt<T>(
  attempts: readonly Attempt<T>[],
  nameOf: (file: T) => string,
): { files: readonly T[]; number: number; leftOut: LeftOut[] } {
  const sorted = [...attempts].sort((a, b) => (a.order < b.order ? -1 : 1));
  const last = sorted.at(-1);
  const earlier = sorted.slice(0, -1);
  const leftOut = earlier.flatMap(({ shown, files }) =>
    files.map((file) => ({ name: nameOf(file), why: `an earlier attempt (${shown})` })),
  );
  return { files: last?.files ?? [], number: sorted.length, leftOut };
}
