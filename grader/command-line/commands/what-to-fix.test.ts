import { expect, test } from 'vitest';
import type { ExerciseRecord } from '../../record/record.ts';
import { inventedCounterexample, inventedExercise } from '../../report/invented-records.ts';
import { toFix } from './what-to-fix.ts';

function throwing(name: string, error: string, agreement = 0): ExerciseRecord {
  const counterexample = inventedCounterexample({ got: `an error: ${error}` });
  return inventedExercise({ name, status: 'error', agreement, counterexample });
}

/** The names in the order of a report. */
function order(exercises: ExerciseRecord[], ...saved: string[]): { faults: string[]; unwritten: string[] } {
  const { faults, unwritten } = toFix(exercises, ({ name }) => saved.includes(name));
  return { faults: faults.map(({ name }) => name), unwritten: unwritten.map(({ name }) => name) };
}

const STUB = throwing('relu', 'Error: relu is not written yet');

test('a fault with a name comes first, then what is wrong, then what is unstable, then what waits for a stub', () => {
  const exercises = [
    STUB,
    throwing('denseLayer', 'Error: relu is not written yet'),
    inventedExercise({ name: 'tanh', status: 'unstable' }),
    inventedExercise({ name: 'step', status: 'correct' }),
    inventedExercise({ name: 'adam', status: 'wrong' }),
    inventedExercise({ name: 'softmax', status: 'unstable', misconception: 'softmax/no-maximum' }),
  ];
  expect(order(exercises)).toEqual({ faults: ['softmax', 'adam', 'tanh', 'denseLayer'], unwritten: ['relu'] });
});

test('what was just saved comes before all others', () => {
  const exercises = [
    inventedExercise({ name: 'softmax', status: 'wrong', misconception: 'softmax/over-batch' }),
    inventedExercise({ name: 'adam', status: 'unstable' }),
    inventedExercise({ name: 'tanh', status: 'wrong' }),
  ];
  expect(order(exercises, 'adam', 'tanh').faults).toEqual(['tanh', 'adam', 'softmax']);
});

test('a stub that was just saved is still a stub', () => {
  expect(order([STUB, inventedExercise({ name: 'adam', status: 'wrong' })], 'relu')).toEqual({
    faults: ['adam'],
    unwritten: ['relu'],
  });
});

test.each([
  ['another error', throwing('relu', 'TypeError: z is not a function')],
  ['words of its own', throwing('relu', 'Error: not written yet')],
  ['a right value on some inputs', throwing('relu', 'Error: relu is not written yet', 0.5)],
  [
    'a value',
    inventedExercise({ name: 'relu', status: 'wrong', counterexample: inventedCounterexample({ got: 'relu' }) }),
  ],
])('a function with %s is not taken for a stub', (_, exercise) => {
  expect(order([exercise])).toEqual({ faults: ['relu'], unwritten: [] });
});
