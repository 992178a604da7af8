import { expect, test } from 'vitest';
import { inventedExercise, inventedRecord } from '../../grader/report/invented-records.ts';
import { partsOf, placeOf, remarksIn } from './places.ts';
import { progressOf } from './progress.ts';

const FILES = [
  { path: 'a.ts', code: '' },
  { path: 'lib/a.ts', code: '' },
];

test('a line is a place only in a file that is there', () => {
  expect(placeOf('lib/a.ts:12', FILES)).toEqual({ path: 'lib/a.ts', line: 12 });
  expect(placeOf('b.ts:12', FILES)).toBeNull();
  expect(placeOf('a.ts', FILES)).toBeNull();
});

test('places are found in a message, the longest name first', () => {
  expect(partsOf('not loaded: lib/a.ts:3: Unexpected; a.ts:1: x; aa.ts:4', FILES)).toEqual([
    'not loaded: ',
    { text: 'lib/a.ts:3', path: 'lib/a.ts', line: 3 },
    ': Unexpected; ',
    { text: 'a.ts:1', path: 'a.ts', line: 1 },
    ': x; aa.ts:4',
  ]);
});

test('remarks are what is wrong, with its reason and hint', () => {
  const record = inventedRecord({
    exercises: [
      inventedExercise({ status: 'wrong', line: 'a.ts:2', message: 'got 1', hint: 'Look.' }),
      inventedExercise({ name: 'relu', status: 'unstable', line: 'a.ts:3' }),
      inventedExercise({ name: 'step', line: 'a.ts:4' }),
    ],
  });
  expect(remarksIn(record, FILES)).toEqual([
    { path: 'a.ts', line: 2, severity: 'error', text: 'softmax is wrong. got 1. Look.' },
    {
      path: 'a.ts',
      line: 3,
      severity: 'warning',
      text: 'relu is unstable: right on everyday input, not on extreme input',
    },
  ]);
  const broken = inventedRecord({ status: 'invalid', exercises: [], message: 'a.ts:7: Unexpected token' });
  expect(remarksIn(broken, FILES)).toEqual([
    { path: 'a.ts', line: 7, severity: 'error', text: 'a.ts:7: Unexpected token' },
  ]);
});

test('progress counts as the assignment does: bonuses on top, scaled to its points', () => {
  const assignment = {
    name: 'x',
    title: 'x',
    exercises: [
      { name: 'softmax', points: 10 },
      { name: 'relu', points: 10 },
      { name: 'adam', points: 5, bonus: true as const },
    ],
    points: 40,
    shares: { unstable: 1, partial: 1, purity: 0, errors: 0 },
    limits: { ticks: 1, memoryMiB: 1, sourceKiB: 1 },
  };
  const stub = inventedExercise({
    name: 'relu',
    status: 'error',
    points: 0,
    agreement: 0,
    counterexample: { ...COUNTEREXAMPLE, got: 'an error: Error: relu is not written yet' },
  });
  const record = inventedRecord({
    exercises: [inventedExercise(), stub, inventedExercise({ name: 'adam', points: 5, maxPoints: 5 })],
  });
  const progress = progressOf(record, assignment, 'softmax.ts');
  expect([progress.points, progress.maxPoints, progress.correct]).toEqual([30, 40, 2]);
  expect([[...progress.unwritten], progress.open, progress.faults]).toEqual([['relu'], ['relu'], []]);
  expect(progress.exercises[2]?.bonus).toBe(true);
});

const COUNTEREXAMPLE = {
  args: [],
  index: [],
  got: null,
  expected: 0,
  error: null,
  allowed: null,
  ulps: null,
  because: '',
  seed: 1,
  path: null,
};
