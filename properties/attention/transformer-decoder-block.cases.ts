import type { Entry } from '../entry/entry.ts';
import { take } from '../inputs/inputs.ts';
import { variedMatrix, variedVector } from '../inputs/varied.ts';
import { type DecoderWeightsOf, decoderWeights, feedForwardOf, plainNorm, silent } from './shared/block-inputs.ts';
import { unitProjection, unitWeights } from './shared/multi-head-inputs.ts';
import type { TransformerDecoderBlock } from './transformer-decoder-block.ts';

const weightsOf = (width: number, units: number): DecoderWeightsOf =>
  decoderWeights(
    variedVector(23).map((x) => x / 2),
    width,
    units,
  );

/** Projections that change nothing, and gammas of 1; the feed-forward network doubles what is above 0. */
const simple: DecoderWeightsOf = {
  attention: unitWeights(2),
  attentionNorm: plainNorm(2),
  cross: unitWeights(2),
  crossNorm: plainNorm(2),
  feedForward: { hidden: unitProjection(2), output: unitProjection(2, 2) },
  feedForwardNorm: plainNorm(2),
};

const two = variedMatrix(3, 2);
const other = variedMatrix(2, 2, 9);
const four = variedMatrix(2, 4);

export const edges: Entry<TransformerDecoderBlock>['edges'] = {
  'one of everything': [[[[1.5]]], [[[-0.5]]], weightsOf(1, 1), 1],
  'one column, post-norm': [[[[1.5], [-0.5]]], [[[2]]], weightsOf(1, 2), 1, { norm: 'post' }],
  'pre-norm by relu': [[two], [other], weightsOf(2, 3), 1, { norm: 'pre', activation: 'relu' }],
  'pre-norm by gelu': [[two], [other], weightsOf(2, 3), 2, { activation: 'gelu' }],
  'post-norm by relu': [[four], [variedMatrix(3, 4, 5)], weightsOf(4, 3), 2, { norm: 'post', epsilon: 0.0625 }],
  'post-norm by gelu': [
    [four],
    [variedMatrix(3, 4, 5)],
    weightsOf(4, 1),
    2,
    { norm: 'post', activation: 'gelu', epsilon: 0.0625 },
  ],
  'padding at the end of both': [
    [two],
    [other],
    weightsOf(2, 2),
    2,
    { mask: [[1, 1, 0]], memoryMask: [[1, 0]], epsilon: 0.5 },
  ],
  'padding in front, post-norm': [
    [two],
    [other],
    weightsOf(2, 2),
    1,
    { mask: [[0, 1, 1]], norm: 'post', epsilon: 0.5 },
  ],
  'a memory of padding': [[two], [other], weightsOf(2, 2), 2, { memoryMask: [[0, 0]], epsilon: 0.5 }],
  'one sample of padding': [
    [four, variedMatrix(2, 4, 5)],
    [variedMatrix(2, 4, 2), four],
    weightsOf(4, 2),
    2,
    {
      mask: [
        [1, 1],
        [0, 0],
      ],
      norm: 'post',
      epsilon: 0.5,
    },
  ],
  'three columns': [[variedMatrix(2, 3)], [variedMatrix(1, 3, 4)], weightsOf(3, 2), 3, {}],
};

export const illegal: Entry<TransformerDecoderBlock>['illegal'] = {
  'two heads of three columns': {
    args: [[variedMatrix(2, 3)], [variedMatrix(2, 3)], weightsOf(3, 2), 2],
    names: 'heads',
  },
  'a memory of another width': { args: [[two], [variedMatrix(2, 3)], simple, 1], names: 'memory' },
  'a memory of another batch': { args: [[two], [other, other], simple, 1], names: 'memory' },
  'an attention of another width': {
    args: [[two], [other], { ...simple, attention: unitWeights(3) }, 1],
    names: 'weights.attention.query.w',
  },
  'a second attention of another width': {
    args: [[two], [other], { ...simple, cross: unitWeights(3) }, 1],
    names: 'weights.cross.query.w',
  },
  'a gamma too many': {
    args: [[two], [other], { ...simple, attentionNorm: plainNorm(3) }, 1],
    names: 'weights.attentionNorm.gamma',
  },
  'a second gamma too many': {
    args: [[two], [other], { ...simple, crossNorm: plainNorm(3) }, 1],
    names: 'weights.crossNorm.gamma',
  },
  'a beta missing': {
    args: [[two], [other], { ...simple, feedForwardNorm: { gamma: [1, 1], beta: [0] } }, 1],
    names: 'weights.feedForwardNorm.beta',
  },
  'a hidden layer for another width': {
    args: [[two], [other], { ...simple, feedForward: feedForwardOf(take([1]), 3, 2) }, 1],
    names: 'weights.feedForward.hidden.w',
  },
  'a mask of fewer positions': { args: [[two], [other], simple, 1, { mask: [[1, 1]] }], names: 'options.mask' },
  'a mask of the memory of more positions': {
    args: [[two], [other], simple, 1, { memoryMask: [[1, 1, 1]] }],
    names: 'options.memoryMask',
  },
  'a mask of halves': { args: [[two], [other], simple, 1, { memoryMask: [[1, 0.5]] }], names: 'options.memoryMask' },
};

export const hardCases: Entry<TransformerDecoderBlock>['hardCases'] = {
  'batch 1': (x) => x.length === 1,
  'batch above 1': (x) => x.length > 1,
  'one position': (x) => x[0]?.length === 1,
  'several positions': (x) => (x[0]?.length ?? 0) > 1,
  'less memory than positions': (x, memory) => (memory[0]?.length ?? 0) < (x[0]?.length ?? 0),
  'more memory than positions': (x, memory) => (memory[0]?.length ?? 0) > (x[0]?.length ?? 0),
  'several heads': (_x, _memory, _weights, heads) => heads > 1,
  'heads of several columns': (x, _memory, _weights, heads) => heads > 1 && (x[0]?.[0]?.length ?? 0) > heads,
  'post-norm by gelu': (_x, _memory, _weights, _heads, options) =>
    options?.norm === 'post' && options.activation === 'gelu',
  'post-norm by relu': (_x, _memory, _weights, _heads, options) =>
    options?.norm === 'post' && options.activation !== 'gelu',
  'pre-norm by gelu': (_x, _memory, _weights, _heads, options) =>
    options?.norm !== 'post' && options?.activation === 'gelu',
  'padding in front': (_x, _memory, _weights, _heads, options) =>
    options?.mask?.some((row) => row[0] === 0 && row.includes(1)) === true,
  'padding of the memory': (_x, _memory, _weights, _heads, options) =>
    options?.memoryMask?.some((row) => row.includes(0) && row.includes(1)) === true,
  'a memory of nothing but padding': (_x, _memory, _weights, _heads, options) =>
    options?.memoryMask?.some((row) => !row.includes(1)) === true,
};

export const worked: Entry<TransformerDecoderBlock>['worked'] = [
  {
    name: 'pre-norm, by hand',
    origin:
      'by hand: N(1, 5) = (-1, 1), attended as it is: a = (0, 6); the memory (3, -9) is attended: b = (3, -3); N(b) = (1, -1), its relu (1, 0) doubled',
    args: [[[[1, 5]]], [[[3, -9]]], simple, 2, { epsilon: 0 }],
    expected: [[[5, -3]]],
  },
  {
    name: 'post-norm, by hand',
    origin:
      'by hand: a = N(2, 10) = (-1, 1), b = N(-1 + 3, 1 - 9) = (1, -1); b + (2, 0) = (3, -1), its N (1, -1) times (3, 1) plus (1, 0)',
    args: [
      [[[1, 5]]],
      [[[3, -9]]],
      { ...simple, feedForwardNorm: { gamma: [3, 1], beta: [1, 0] } },
      1,
      { norm: 'post', epsilon: 0 },
    ],
    expected: [[[4, -1]]],
  },
  {
    name: 'the first position sees itself alone',
    origin: 'by hand: N(1, 5) = (-1, 1) added to the first; the memory is padding, so zeros; no feed-forward',
    args: [
      [[[1, 5]]],
      [[[3, -9]]],
      { ...simple, feedForward: silent(simple.feedForward) },
      1,
      { epsilon: 0, memoryMask: [[0]] },
    ],
    expected: [[[0, 6]]],
  },
];
