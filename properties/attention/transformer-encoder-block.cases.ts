import type { Entry } from '../entry/entry.ts';
import { take } from '../inputs/inputs.ts';
import { variedMatrix, variedVector } from '../inputs/varied.ts';
import { type EncoderWeightsOf, encoderWeights, feedForwardOf, plainNorm, silent } from './shared/block-inputs.ts';
import { noProjection, unitProjection, unitWeights } from './shared/multi-head-inputs.ts';
import type { TransformerEncoderBlock } from './transformer-encoder-block.ts';

const weightsOf = (width: number, units: number): EncoderWeightsOf =>
  encoderWeights(
    variedVector(23).map((x) => x / 2),
    width,
    units,
  );

/** Projections that change nothing, and gammas of 1; the feed-forward network doubles what is above 0. */
const simple: EncoderWeightsOf = {
  attention: unitWeights(2),
  attentionNorm: plainNorm(2),
  feedForward: { hidden: unitProjection(2), output: unitProjection(2, 2) },
  feedForwardNorm: plainNorm(2),
};

const two = variedMatrix(3, 2);
const four = variedMatrix(2, 4);

export const edges: Entry<TransformerEncoderBlock>['edges'] = {
  'one of everything': [[[[1.5]]], weightsOf(1, 1), 1],
  'one column, post-norm': [[[[1.5], [-0.5]]], weightsOf(1, 2), 1, { norm: 'post' }],
  'pre-norm by relu': [[two], weightsOf(2, 3), 1, { norm: 'pre', activation: 'relu' }],
  'pre-norm by gelu': [[two], weightsOf(2, 3), 2, { activation: 'gelu' }],
  'post-norm by relu': [[four], weightsOf(4, 3), 2, { norm: 'post', activation: 'relu', epsilon: 0.0625 }],
  'post-norm by gelu': [[four], weightsOf(4, 1), 2, { norm: 'post', activation: 'gelu', epsilon: 0.0625 }],
  'padding at the end': [[two], weightsOf(2, 2), 2, { mask: [[1, 1, 0]], epsilon: 0.5 }],
  'padding in front, post-norm': [[two], weightsOf(2, 2), 1, { mask: [[0, 1, 1]], norm: 'post', epsilon: 0.5 }],
  'one sample of padding': [
    [four, variedMatrix(2, 4, 5)],
    weightsOf(4, 2),
    2,
    {
      mask: [
        [1, 1],
        [0, 0],
      ],
      norm: 'post',
    },
  ],
  'nothing comes out of the layers': [
    [two],
    { ...weightsOf(2, 2), attention: silent(unitWeights(2)), feedForward: silent(simple.feedForward) },
    2,
    { norm: 'post' },
  ],
  'three columns': [[variedMatrix(2, 3)], weightsOf(3, 2), 3, {}],
  'a constant row': [[[[0.5, 0.5]]], weightsOf(2, 2), 1, { epsilon: 0.5 }],
  'drives of 0': [
    [two],
    { ...weightsOf(2, 2), feedForward: { ...simple.feedForward, hidden: noProjection(unitProjection(2)) } },
    2,
  ],
};

export const kinks: Readonly<Record<string, string>> = {
  'drives of 0': 'relu bends at drives of exactly 0',
};

export const illegal: Entry<TransformerEncoderBlock>['illegal'] = {
  'two heads of three columns': { args: [[variedMatrix(2, 3)], weightsOf(3, 2), 2], names: 'heads' },
  'an attention of another width': {
    args: [[two], { ...simple, attention: unitWeights(3) }, 1],
    names: 'weights.attention.query.w',
  },
  'a gamma too many': {
    args: [[two], { ...simple, attentionNorm: plainNorm(3) }, 1],
    names: 'weights.attentionNorm.gamma',
  },
  'a beta missing': {
    args: [[two], { ...simple, feedForwardNorm: { gamma: [1, 1], beta: [0] } }, 1],
    names: 'weights.feedForwardNorm.beta',
  },
  'a hidden layer for another width': {
    args: [[two], { ...simple, feedForward: feedForwardOf(take([1]), 3, 2) }, 1],
    names: 'weights.feedForward.hidden.w',
  },
  'an output for other units': {
    args: [[two], { ...simple, feedForward: { hidden: unitProjection(2), output: unitProjection(3) } }, 1],
    names: 'weights.feedForward.output.w',
  },
  'a mask of another batch': {
    args: [
      [two],
      simple,
      1,
      {
        mask: [
          [1, 1, 1],
          [1, 1, 1],
        ],
      },
    ],
    names: 'options.mask',
  },
  'a mask of fewer positions': { args: [[two], simple, 1, { mask: [[1, 1]] }], names: 'options.mask' },
  'a mask of halves': { args: [[two], simple, 1, { mask: [[1, 1, 0.5]] }], names: 'options.mask' },
};

export const hardCases: Entry<TransformerEncoderBlock>['hardCases'] = {
  'batch 1': (x) => x.length === 1,
  'batch above 1': (x) => x.length > 1,
  'one position': (x) => x[0]?.length === 1,
  'several positions': (x) => (x[0]?.length ?? 0) > 1,
  'one column': (x) => x[0]?.[0]?.length === 1,
  'several heads': (_x, _weights, heads) => heads > 1,
  'heads of several columns': (x, _weights, heads) => heads > 1 && (x[0]?.[0]?.length ?? 0) > heads,
  'more units than columns': (x, { feedForward }) => feedForward.hidden.b.length > (x[0]?.[0]?.length ?? 0),
  'post-norm by gelu': (_x, _weights, _heads, options) => options?.norm === 'post' && options.activation === 'gelu',
  'post-norm by relu': (_x, _weights, _heads, options) => options?.norm === 'post' && options.activation !== 'gelu',
  'pre-norm by gelu': (_x, _weights, _heads, options) => options?.norm !== 'post' && options?.activation === 'gelu',
  'some padding': (_x, _weights, _heads, options) =>
    options?.mask?.some((row) => row.includes(0) && row.includes(1)) === true,
  'nothing but padding': (_x, _weights, _heads, options) => options?.mask?.some((row) => !row.includes(1)) === true,
};

export const worked: Entry<TransformerEncoderBlock>['worked'] = [
  {
    name: 'pre-norm, by hand',
    origin:
      'by hand: N(1, 5) = (-1, 1), attended as it is: a = (0, 6); N(a) = (-1, 1), its relu (0, 1) doubled: (0, 8)',
    args: [[[[1, 5]]], simple, 2, { epsilon: 0 }],
    expected: [[[0, 8]]],
  },
  {
    name: 'post-norm, by hand',
    origin: 'by hand: a = N(2, 10) = (-1, 1); a + (0, 2) = (-1, 3), its N (-1, 1) times (3, 1) plus (1, 0)',
    args: [
      [[[1, 5]]],
      { ...simple, feedForwardNorm: { gamma: [3, 1], beta: [1, 0] } },
      1,
      { norm: 'post', epsilon: 0 },
    ],
    expected: [[[-2, 1]]],
  },
  {
    name: 'a drive below 0',
    origin: 'by hand: one column is normalized to beta 2; nothing is attended, relu(-4 * 2 + 1) is 0: 3 + 0.5',
    args: [
      [[[3]]],
      {
        attention: silent(unitWeights(1)),
        attentionNorm: { gamma: [1], beta: [7] },
        feedForward: { hidden: { w: [[-4]], b: [1] }, output: { w: [[10]], b: [0.5] } },
        feedForwardNorm: { gamma: [5], beta: [2] },
      },
      1,
    ],
    expected: [[[3.5]]],
  },
  {
    name: 'two positions, one of padding',
    origin:
      'by hand: both attend to the first alone, N(1, 5) = (-1, 1); N(5, 1) = (1, -1) is not attended; no feed-forward',
    args: [
      [
        [
          [1, 5],
          [5, 1],
        ],
      ],
      { ...simple, feedForward: silent(simple.feedForward) },
      2,
      { epsilon: 0, mask: [[1, 0]] },
    ],
    expected: [
      [
        [0, 6],
        [4, 2],
      ],
    ],
  },
];
