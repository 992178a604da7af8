import type { Entry } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import { logitsOf } from './cbow.misconceptions.ts';
import type { Cbow } from './cbow.ts';

export const edges: Entry<Cbow>['edges'] = {
  'one of everything': [[[0.75]], [[-1.5]], 0],
  'one token in all': [
    [
      [1, -1.25],
      [0.5, 0.25],
    ],
    [[1, -1.5]],
    0,
  ],
  'one token around': [
    [[1.5, -0.25]],
    [
      [0.5, 1],
      [-1.5, 0],
      [0.25, -0.5],
    ],
    2,
  ],
  'vectors that cancel': [
    [
      [1, 2],
      [-1, -2],
    ],
    [
      [3, 1],
      [-2, 4],
    ],
    1,
  ],
  'tokens alike': [
    [[1, -0.5]],
    [
      [2, 1],
      [2, 1],
      [2, 1],
    ],
    1,
  ],
  'as many tokens as numbers': [
    [
      [1, 0.5],
      [0, 2],
      [-1, 0.5],
    ],
    [
      [1, 2],
      [3, -1],
    ],
    0,
  ],
  'hardly probable': [[[8]], [[8], [-8]], 1],
  'the last token': [[[2], [1]], [[1], [-1], [2]], 2],
};

export const extremeEdges: NonNullable<Entry<Cbow>['extremeEdges']> = {
  'the target at 1e4': [[[100], [100]], [[100], [-100], [0]], 0],
  'the target at -1e4': [[[100], [100]], [[100], [-100], [0]], 1],
  'all near 1e4': [[[100], [100]], [[100], [99.984375], [-100]], 1],
  'all near -1e4': [[[100], [100]], [[-100], [-99.984375]], 0],
  'the target at -800': [
    [[40, 1]],
    [
      [20, 0],
      [-20, 2],
    ],
    1,
  ],
};

export const illegal: Entry<Cbow>['illegal'] = {
  'target too large': { args: [[[1]], [[1], [2]], 2], names: 'target' },
  'a negative target': { args: [[[1]], [[1], [2]], -1], names: 'target' },
  'a target that is not whole': { args: [[[1]], [[1], [2]], 0.5], names: 'target' },
  'output rows of another length': { args: [[[1, 2]], [[1], [2]], 0], names: 'output' },
};

export const hardCases: Entry<Cbow>['hardCases'] = {
  'one token around': (context) => context.length === 1,
  'more than two around': (context) => context.length > 2,
  'one token in all': (_, output) => output.length === 1,
  'one number in each vector': (context) => context[0]?.length === 1,
  'as many tokens as numbers': (_, output) => output.length > 1 && output.length === output[0]?.length,
  'the first token of several': (_, output, target) => output.length > 1 && target === 0,
  'the last token of several': (_, output, target) => output.length > 1 && target === output.length - 1,
  'the most probable token': (context, output, target) => isLargest(context, output, target),
  'another token': (context, output, target) => !isLargest(context, output, target),
  'equal logits': (context, output) => new Set(logitsOf(context, output)).size < output.length,
};

function isLargest(...[context, output, target]: Parameters<Cbow>): boolean {
  const z = logitsOf(context, output);
  return nth(z, target) === Math.max(...z);
}

export const worked: Entry<Cbow>['worked'] = [
  {
    name: 'vectors that cancel',
    origin: 'by hand: h = 0, two tokens alike',
    args: [
      [
        [1, 0],
        [-1, 0],
      ],
      [
        [5, 3],
        [7, 8],
      ],
      0,
    ],
    expected: Math.LN2,
  },
  {
    name: 'the mean of two',
    origin: 'by hand: h = ln 3, logits ln 3 and 0; p = 3/4',
    args: [[[0], [2 * Math.log(3)]], [[1], [0]], 0],
    expected: Math.log(4 / 3),
  },
  {
    name: 'the less probable one',
    origin: 'by hand: logits ln 3 and 0; p = 1/4',
    args: [[[0], [2 * Math.log(3)]], [[1], [0]], 1],
    expected: 2 * Math.LN2,
  },
];
