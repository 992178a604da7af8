import { makeZip } from '../class/zip-fixture.ts';
import type { ExerciseStatus } from '../record/record.ts';
import { type ClassAttack, type Expected, HONEST_RELU, HONEST_SOFTMAX } from './class-attack.ts';

export const INVALID = (message?: string): Expected => ({
  status: 'invalid',
  softmax: null,
  relu: 0,
  ...(message === undefined ? {} : { message }),
});
/** The attacked exercise earns nothing; the honest one beside it all its points. */
export const graded = (softmax: ExerciseStatus | readonly ExerciseStatus[], relu = 2): Expected => ({
  status: 'graded',
  softmax,
  relu,
});
export const HONEST: Expected = graded('correct');

export const softmax = (body: string): string => `${HONEST_RELU}export function softmax(logits) { ${body} }`;
export const code = (entry: string, source: string, expected: Expected): ClassAttack => ({
  entry,
  made: source,
  expected,
});
export const zip = (entry: string, entries: Parameters<typeof makeZip>[0], expected: Expected): ClassAttack => ({
  entry,
  made: makeZip(entries),
  expected,
});
/** An entry whose name alone is the attack; what is in it is honest. */
export const named = (entry: string, id?: string): ClassAttack => ({
  entry,
  ...(id === undefined ? {} : { id }),
  made: HONEST_RELU + HONEST_SOFTMAX,
  expected: HONEST,
});
/** Patches built-ins and returns nonsense: the next submission in the same process must not notice. */
export const leak = (
  name: string,
  setup: string,
  status: ExerciseStatus | readonly ExerciseStatus[] = 'wrong',
): ClassAttack =>
  code(`leak-${name}-a.js`, `${setup}\n${softmax('return 0;')}`, { status: 'graded', softmax: status, relu: 2 });
