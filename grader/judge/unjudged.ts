import type { ExerciseRecord } from '../record/record.ts';

/**
 * The verdict on a function that is not exported.
 *
 * @param meant the export that is probably it, under a misspelt name
 * @param advice what to do about that, if not to rename it
 */
export function missingRecord(
  name: string,
  maxPoints: number,
  meant: string | null,
  advice: string | null = null,
): ExerciseRecord {
  const rename = meant === null ? null : `rename ${meant}, if that is the one`;
  const next = advice ?? rename;
  const message = `no function ${name} is exported${next === null ? '' : `; ${next}`}`;
  return { ...blankRecord(name, maxPoints, null), message };
}

/** The verdict if the process that ran the submission had to be ended, or died. */
export function endedRecord(
  name: string,
  maxPoints: number,
  status: 'timeout' | 'memory',
  message: string,
): ExerciseRecord {
  return { ...blankRecord(name, maxPoints, null), status, message };
}

/** A verdict with nothing in it yet. */
export function blankRecord(name: string, maxPoints: number, line: string | null): ExerciseRecord {
  return {
    name,
    status: 'missing',
    points: 0,
    maxPoints,
    agreement: 0,
    misconception: null,
    hint: null,
    notes: [],
    message: null,
    line,
    followThrough: null,
    decision: null,
    checks: [],
    counterexample: null,
  };
}
