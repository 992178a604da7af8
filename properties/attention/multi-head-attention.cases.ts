import type { Entry } from '../entry/entry.ts';
import { take } from '../inputs/inputs.ts';
import { variedMatrix, variedVector } from '../inputs/varied.ts';
import type { Matrix } from '../values/value.ts';
import type { MultiHeadAttention } from './multi-head-attention.ts';
import {
  type AttentionWeightsOf,
  attentionWeights,
  type ProjectionOf,
  unitProjection,
  unitWeights,
} from './shared/multi-head-inputs.ts';

const ln3 = Math.log(3);
const weightsOf = (width: number): AttentionWeightsOf =>
  attentionWeights(take(variedVector(23).map((x) => x / 2)), width);
const single = (w: number, b: number): ProjectionOf => ({ w: [[w]], b: [b] });

const two = variedMatrix(3, 2);
const four = variedMatrix(2, 4);
const others = variedMatrix(3, 4, 9);

export const edges: Entry<MultiHeadAttention>['edges'] = {
  'one of everything': [[[[1.5]]], [[[-2]]], weightsOf(1), 1],
  'one of everything, causal': [[[[1.5]]], [[[-2]]], weightsOf(1), 1, { causal: true }],
  'self-attention': [[two], [two], weightsOf(2), 1],
  'self-attention, causal': [[two], [two], weightsOf(2), 2, { causal: true }],
  'two heads of two columns': [[four], [others], weightsOf(4), 2, {}],
  'two heads of two columns, causal': [[others], [others], weightsOf(4), 2, { causal: true }],
  'one head of four columns': [[four], [others], weightsOf(4), 1],
  'as many heads as columns': [[variedMatrix(2, 3)], [variedMatrix(2, 3, 4)], weightsOf(3), 3, { causal: false }],
  'two heads of three columns': [[variedMatrix(2, 6)], [variedMatrix(2, 6, 5)], weightsOf(6), 2],
  'three heads of two columns': [[variedMatrix(1, 6)], [variedMatrix(2, 6, 5)], weightsOf(6), 3],
  'less context than positions, causal': [[two], [two.slice(0, 1)], weightsOf(2), 2, { causal: true }],
  'more context than positions, causal': [[two.slice(0, 2)], [two], weightsOf(2), 1, { causal: true }],
  'two samples': [[four, others.slice(1)], [others, variedMatrix(3, 4, 2)], weightsOf(4), 2],
  'two samples, causal': [
    [others, variedMatrix(3, 4, 2)],
    [variedMatrix(2, 4, 7), four],
    weightsOf(4),
    2,
    { causal: true },
  ],
  'projections that change nothing': [[four], [others], unitWeights(4), 2],
  'a sequence of zeros': [
    [
      [
        [0, 0],
        [0, 0],
      ],
    ],
    [two],
    weightsOf(2),
    2,
  ],
  'a context of zeros': [
    [two],
    [
      [
        [0, 0],
        [0, 0],
      ],
    ],
    weightsOf(2),
    2,
    { causal: true },
  ],
  decimals: [
    [[[0.1], [-0.7]]],
    [[[0.3], [1.1]]],
    { query: single(0.3, 0.9), key: single(-0.2, 0.1), value: single(1.1, -0.3), output: single(0.7, 0.1) },
    1,
  ],
};

export const illegal: Entry<MultiHeadAttention>['illegal'] = {
  'two heads of three columns': { args: [[[[1, 2, 3]]], [[[1, 2, 3]]], unitWeights(3), 2], names: 'heads' },
  'more heads than columns': { args: [[[[1, 2]]], [[[1, 2]]], unitWeights(2), 4], names: 'heads' },
  'a context of another width': { args: [[[[1, 2]]], [[[1]]], unitWeights(2), 1], names: 'context' },
  'a context of another batch': { args: [[[[1]]], [[[1]], [[2]]], unitWeights(1), 1], names: 'context' },
  'weights of another width': { args: [[[[1, 2]]], [[[1, 2]]], unitWeights(1), 1], names: 'weights.query.w' },
  'a column of the keys missing': {
    args: [[[[1, 2]]], [[[1, 2]]], { ...unitWeights(2), key: { w: [[1], [2]], b: [0] } }, 1],
    names: 'weights.key.w',
  },
  'a bias too many': {
    args: [[[[1]]], [[[1]]], { ...unitWeights(1), output: { w: [[1]], b: [0, 0] } }, 1],
    names: 'weights.output.b',
  },
};

const widthOf = (rows: Matrix | undefined): number => rows?.[0]?.length ?? 0;

export const hardCases: Entry<MultiHeadAttention>['hardCases'] = {
  'batch 1': (x) => x.length === 1,
  'batch above 1': (x) => x.length > 1,
  'one position': (x) => x[0]?.length === 1,
  'one position of context': (_x, context) => context[0]?.length === 1,
  'self-attention': (x, context) => x === context,
  'less context than positions': (x, context) => (context[0]?.length ?? 0) < (x[0]?.length ?? 0),
  'more context than positions': (x, context) => (context[0]?.length ?? 0) > (x[0]?.length ?? 0),
  'one head of several columns': (x, _context, _weights, heads) => heads === 1 && widthOf(x[0]) > 1,
  'heads of one column': (x, _context, _weights, heads) => heads > 1 && heads === widthOf(x[0]),
  'heads of several columns': (x, _context, _weights, heads) => heads > 1 && heads < widthOf(x[0]),
  'causal, several positions': (x, _context, _weights, _heads, options) =>
    options?.causal === true && (x[0]?.length ?? 0) > 1,
  'not causal, several positions': (x, _context, _weights, _heads, options) =>
    options?.causal !== true && (x[0]?.length ?? 0) > 1,
};

export const worked: Entry<MultiHeadAttention>['worked'] = [
  {
    name: 'two heads of one column',
    origin: 'by hand: the scores ln 3 and 0 of the first head: 3/4 * 1 + 1/4 * 0; 0 and 0 of the second: (4 + 8) / 2',
    args: [
      [[[ln3, 0]]],
      [
        [
          [1, 4],
          [0, 8],
        ],
      ],
      unitWeights(2),
      2,
    ],
    expected: [[[0.75, 6]]],
  },
  {
    name: 'heads are blocks of columns',
    origin:
      'by hand: the scores are the root of 2 times ln 3 over the root of 2, and 0: 3/4 and 1/4 of (1, 8), 0; then 1/2 each',
    args: [
      [[[Math.SQRT2 * ln3, 0, 0, 0]]],
      [
        [
          [1, 8, 4, 5],
          [0, 0, 8, 1],
        ],
      ],
      unitWeights(4),
      2,
    ],
    expected: [[[0.75, 6, 6, 3]]],
  },
  {
    name: 'causal',
    origin: 'by hand: the means of the first, the first two and all three',
    args: [[[[0], [0], [0]]], [[[2], [4], [9]]], unitWeights(1), 1, { causal: true }],
    expected: [[[2], [3], [5]]],
  },
  {
    name: 'biases and the output',
    origin: 'by hand: values 2 x + 1 of 1 and 3, their mean 5 for a query of 0, times 10 plus 1/2',
    args: [
      [[[7]]],
      [[[1], [3]]],
      { query: single(0, 0), key: single(1, 0), value: single(2, 1), output: single(10, 0.5) },
      1,
    ],
    expected: [[[50.5]]],
  },
  {
    name: 'the bias of the queries',
    origin: 'by hand: the query is its bias ln 3, so the scores are 0 and ln 3: 1/4 of 0 and 3/4 of 1',
    args: [
      [[[7]]],
      [[[0], [1]]],
      { query: single(0, ln3), key: single(1, 0), value: single(1, 0), output: single(1, 0) },
      1,
    ],
    expected: [[[0.75]]],
  },
  {
    name: 'rows of the weights are inputs',
    origin: 'by hand: one position of context, so its value (1, 2) w = (1 * 3 + 2 * 5, 1 * 4 + 2 * 6)',
    args: [
      [[[9, 9]]],
      [[[1, 2]]],
      {
        ...unitWeights(2),
        value: {
          w: [
            [3, 4],
            [5, 6],
          ],
          b: [0, 0],
        },
      },
      2,
    ],
    expected: [[[13, 16]]],
  },
  {
    name: 'unit projections of four columns, one head',
    origin: 'by hand: the scores 2 ln 3 and 0 over the root of 4: 3/4 and 1/4',
    args: [
      [[[ln3, 0, 0, 0]]],
      [
        [
          [2, 4, 0, 8],
          [0, 0, 4, 0],
        ],
      ],
      { ...unitWeights(4), output: unitProjection(4, 2) },
      1,
    ],
    expected: [[[3, 6, 2, 12]]],
  },
];
