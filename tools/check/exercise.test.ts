import { expect, test } from 'vitest';
import type { Exercise } from '../../exercises/exercise.ts';
import type { Entry } from '../../properties/entry/entry.ts';
import { checkExercise } from './exercise.ts';
import { contract, double } from './made-up-entry.ts';

const entry = double as unknown as Entry;
const exercise: Exercise = { section: 'training', points: 10, illegal: [] };

test('finds nothing where the exercise is the contract’s', () => {
  expect(checkExercise(exercise, entry, contract)).toEqual([]);
});

const spoiled: [string, Partial<Exercise>, Partial<typeof contract>, string][] = [
  [
    'another signature',
    {},
    { signature: 'double(y: number): number' },
    'docs/contract.md: the parameters are (y), the entry says (x)',
  ],
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
