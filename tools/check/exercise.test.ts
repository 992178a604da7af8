import { expect, test } from 'vitest';
import type { Exercise } from '../../exercises/exercise.ts';
import type { Entry } from '../../properties/entry/entry.ts';
import { checkExercise } from './exercise.ts';
import { contract, double } from './made-up-entry.ts';

const entry = double as unknown as Entry;
const exercise: Exercise = { section: 'training', signature: 'double(x: number):\n  number', points: 10, illegal: [] };

test('finds nothing if the exercise is the contract’s, with any white space', () => {
  expect(checkExercise(exercise, entry, contract)).toEqual([]);
});

const spoiled: [string, Partial<Exercise>, Partial<typeof contract>, string][] = [
  [
    'another signature',
    { signature: 'double(y: number): number' },
    {},
    "the contract says 'double(x: number): number'",
  ],
  ['another function', { signature: 'twice(x: number): number' }, {}, 'the signature is that of another function'],
  ['another section', { section: 'backprop' }, {}, "the section is 'backprop', the contract says 'training'"],
  ['unknown illegal input', { illegal: ['no string'] }, { refuses: true }, "illegal names 'no string'"],
  ['no illegal input', {}, { refuses: true }, 'illegal is empty'],
  ['illegal input too many', { illegal: ['no number'] }, {}, 'illegal is not empty'],
  ['relative', {}, { relative: true }, 'relative is false, the contract says true'],
  ['no points', { points: 0 }, {}, 'it is worth 0 points'],
];

test.each(spoiled)('names %s', (_, change, other, message) => {
  expect(checkExercise({ ...exercise, ...change }, entry, { ...contract, ...other }).join('\n')).toContain(message);
});
