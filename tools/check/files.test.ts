import { expect, test } from 'vitest';
import type { CatalogueRow, Track } from './catalogue.ts';
import { checkFiles } from './files.ts';

const row = (id: string, tracks: string): CatalogueRow => ({
  id,
  section: '4 training',
  lecture: 4,
  tracks: new Set(tracks.split('') as Track[]),
});
const ROWS = [row('softmax', 'RAGPE'), row('softmaxJacobian', 'RPE'), row('meanMetric', 'RAP')];
const COMPLETE = [
  'reference/ndarray.ts',
  'reference/training/softmax.ts',
  'accelerated/training/softmax.ts',
  'properties/training/softmax.ts',
  'properties/training/softmax.misconceptions.ts',
  'properties/training/softmax.golden.json',
  'properties/training/softmax.cases.ts',
  'properties/training/shared/rounded-softmax.ts',
  'properties/values/tree.ts',
  'exercises/training/softmax/exercise.ts',
  'exercises/training/softmax/instructions.md',
];

test('finds nothing where all tracks are there, and leaves what is not begun alone', () => {
  const { begun, faults } = checkFiles(ROWS, COMPLETE);
  expect(faults).toEqual([]);
  expect(begun.map(({ path }) => path)).toEqual(['training/softmax']);
});

test.each(COMPLETE.filter((path) => !/ndarray|golden|cases|shared|values/.test(path)))(
  'names %s where it is missing',
  (path) => {
    const { faults } = checkFiles(
      ROWS,
      COMPLETE.filter((file) => file !== path),
    );
    expect(faults).toEqual([{ path, message: "missing: 'softmax' is begun" }]);
  },
);

test('asks only for the files of the tracks', () => {
  const { faults } = checkFiles(ROWS, ['reference/metrics/mean-metric.ts']);
  expect(faults.map(({ path }) => path)).toEqual([
    'accelerated/metrics/mean-metric.ts',
    'properties/metrics/mean-metric.ts',
    'properties/metrics/mean-metric.misconceptions.ts',
  ]);
});

test.each([
  ['reference/training/sofmax.ts', 'stray: no row of the catalogue has this name'],
  ['properties/training/helpers.ts', 'stray: no row of the catalogue has this name'],
  ['exercises/training/softmax/notes.md', "stray: no track of 'softmax' asks for this file"],
  [
    'exercises/training/softmax/stub.ts',
    "stray: no track of 'softmax' asks for this file; the stub follows from the parameters of the entry",
  ],
  ['properties/training/softmax.json', 'stray: no row of the catalogue has this name'],
])('names the stray %s', (path, message) => {
  expect(checkFiles(ROWS, [...COMPLETE, path]).faults).toEqual([{ path, message }]);
});

test('names a folder that is not a topic', () => {
  const { faults } = checkFiles(ROWS, [...COMPLETE, 'reference/activations/softmax.ts']);
  expect(faults).toHaveLength(1);
  expect(faults[0]?.message).toContain("'activations' is not a topic");
});

test('names a file that lies in another topic than the rest of its formula', () => {
  const moved = COMPLETE.map((path) => path.replace('accelerated/training', 'accelerated/losses'));
  expect(checkFiles(ROWS, moved).faults).toEqual([
    { path: 'accelerated/losses/softmax.ts', message: "belongs to training/softmax, like 'softmax' elsewhere" },
    { path: 'accelerated/training/softmax.ts', message: "missing: 'softmax' is begun" },
  ]);
});
