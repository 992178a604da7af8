import type { Entry } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Matrix } from '../values/value.ts';
import type { TfIdf } from './tf-idf.ts';

const RAW = { smooth: false, normalize: false };
const documentsWith = (counts: Matrix, t: number): number => counts.filter((row) => nth(row, t) > 0).length;
const someTerm = (counts: Matrix, f: (df: number) => boolean): boolean =>
  nth(counts, 0).some((_, t) => f(documentsWith(counts, t)));

/** Two documents, a term of both and one of the first alone. */
const TWO = [
  [2, 3],
  [1, 0],
];

export const edges: Entry<TfIdf>['edges'] = {
  'one of everything': [[[3]]],
  'one document': [[[3, 0, 4]], {}],
  'one term': [[[2], [0], [5]], { normalize: false }],
  'no terms at all': [
    [
      [0, 0],
      [0, 0],
    ],
  ],
  'a document without terms': [
    [
      [1, 2],
      [0, 0],
    ],
    { smooth: false },
  ],
  'a term of no document, smoothed': [
    [
      [1, 0],
      [2, 0],
    ],
    { smooth: true },
  ],
  'frequent in one document': [
    [
      [9, 1],
      [0, 1],
      [0, 1],
    ],
    RAW,
  ],
  'equal documents': [
    [
      [2, 1, 0],
      [2, 1, 0],
    ],
    { smooth: true, normalize: true },
  ],
};

export const extremeEdges: NonNullable<Entry<TfIdf>['extremeEdges']> = {
  'a term of no document': [
    [
      [1, 0, 2],
      [0, 0, 1],
    ],
    { smooth: false },
  ],
  'a term of no document, not normalized': [
    [
      [1, 0, 2],
      [0, 0, 1],
    ],
    RAW,
  ],
  'no terms at all, unsmoothed': [[[0, 0]], { smooth: false }],
};

export const hardCases: Entry<TfIdf>['hardCases'] = {
  'one document': (counts) => counts.length === 1,
  'one term': (counts) => counts[0]?.length === 1,
  'a document without terms, beside others': (counts) =>
    counts.length > 1 && counts.some((row) => row.every((count) => count === 0)),
  'a term of all of several documents': (counts) => counts.length > 1 && someTerm(counts, (df) => df === counts.length),
  'a term of no document': (counts) => someTerm(counts, (df) => df === 0),
  'a term of some documents': (counts) => someTerm(counts, (df) => df > 0 && df < counts.length),
  'more counts than documents that have the term': (counts) => counts.flat().some((count) => count > 1),
  'unsmoothed, a term of some documents': (counts, options) =>
    options?.smooth === false && someTerm(counts, (df) => df > 0 && df < counts.length),
  'as many documents as terms': (counts) => counts.length > 1 && counts.length === counts[0]?.length,
};

export const worked: Entry<TfIdf>['worked'] = [
  {
    name: 'one document, a right triangle',
    origin: 'by hand: each weight is ln 1 + 1; over the length 5',
    args: [[[3, 4]]],
    expected: [[3 / 5, 4 / 5]],
  },
  {
    name: 'two documents, neither smoothed nor normalized',
    origin: 'by hand: ln 2/2 + 1 and ln 2/1 + 1',
    args: [TWO, RAW],
    expected: [
      [2, 3 * (Math.LN2 + 1)],
      [1, 0],
    ],
  },
  {
    name: 'two documents, not normalized',
    origin: 'by hand: ln 3/3 + 1 and ln 3/2 + 1',
    args: [TWO, { normalize: false }],
    expected: [
      [2, 3 * (Math.log(1.5) + 1)],
      [1, 0],
    ],
  },
  {
    name: 'six documents',
    origin: 'scikit-learn user guide, 6.2.3.4: the first row is 3 and ln 6/2 + 1 = 2.0986',
    args: [
      [
        [3, 0, 1],
        [2, 0, 0],
        [3, 0, 0],
        [4, 0, 0],
        [3, 2, 0],
        [3, 0, 2],
      ],
      RAW,
    ],
    expected: [
      [3, 0, Math.log(3) + 1],
      [2, 0, 0],
      [3, 0, 0],
      [4, 0, 0],
      [3, 2 * (Math.log(6) + 1), 0],
      [3, 0, 2 * (Math.log(3) + 1)],
    ],
  },
];
