import type { Entry } from '../entry/entry.ts';
import type { CosineSimilarity } from './cosine-similarity.ts';

const alongside = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);

export const edges: Entry<CosineSimilarity>['edges'] = {
  'one number': [[2.5], [0.25]],
  'one number of another sign': [[2.5], [-4]],
  'the same vector': [
    [0.5, -2, 1],
    [0.5, -2, 1],
  ],
  'opposite vectors': [
    [3, -4],
    [-0.75, 1],
  ],
  'a right angle': [
    [1, 1, 1, 1],
    [1, -1, 1, -1],
  ],
  'entries of 0 at other places': [
    [0, 2, 1],
    [3, 0, 1],
  ],
  'one long, one short': [
    [8, -6],
    [0.0078125, 0.015625],
  ],
};

export const extremeEdges: NonNullable<Entry<CosineSimilarity>['extremeEdges']> = {
  'entries of 1e170': [
    [3e170, -4e170],
    [2e170, 1e170],
  ],
  'entries of 1e-170': [
    [3e-170, -4e-170],
    [2e-170, 1e-170],
  ],
  'one of 1e170, one of 1e-170': [
    [3e170, 4e170],
    [1e-170, -2e-170],
  ],
  'a zero vector': [
    [0, 0],
    [3, 4],
  ],
  'b zero': [
    [3, 4],
    [0, 0],
  ],
  'two zero vectors': [
    [0, 0, 0],
    [0, 0, 0],
  ],
};

export const hardCases: Entry<CosineSimilarity>['hardCases'] = {
  'one number': (a) => a.length === 1,
  'the same direction': (a, b) => a.length > 1 && a.every((x, i) => x * (b[0] ?? 0) === (b[i] ?? 0) * (a[0] ?? 0)),
  'a right angle': (a, b) => alongside(a, b) === 0,
  'an acute angle': (a, b) => alongside(a, b) > 0,
  'an obtuse angle': (a, b) => alongside(a, b) < 0,
  'a zero entry': (a, b) => a.includes(0) || b.includes(0),
};

export const worked: Entry<CosineSimilarity>['worked'] = [
  {
    name: 'a right triangle and an axis',
    origin: 'by hand: 3 / (5 times 1)',
    args: [
      [3, 4],
      [1, 0],
    ],
    expected: 3 / 5,
  },
  {
    name: 'two right triangles',
    origin: 'by hand: (3 * 4 + 4 * 3) / (5 * 5)',
    args: [
      [3, 4],
      [4, 3],
    ],
    expected: 24 / 25,
  },
  {
    name: 'an angle of 60 degrees',
    origin: 'by hand: 1 / (root of 2, twice)',
    args: [
      [1, 1, 0],
      [0, 1, 1],
    ],
    expected: 1 / 2,
  },
  {
    name: 'right triangles of 1e169 and 1e-169',
    origin: 'by hand: as without the powers of two',
    args: [
      [3 * 2 ** 562, 4 * 2 ** 562],
      [4 * 2 ** -562, 3 * 2 ** -562],
    ],
    expected: 24 / 25,
  },
];
