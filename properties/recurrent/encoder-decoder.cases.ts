import type { Entry } from '../entry/entry.ts';
import { take } from '../inputs/inputs.ts';
import type { EncoderDecoder, EncoderDecoderWeightsOf } from './encoder-decoder.ts';
import { rnnWeights, single } from './shared/rnn-inputs.ts';

const drawn = [0.5, -1.25, 0.75, 1.5, -0.25, 2, -1, 0.125, 1.75, -0.5, -1.5, 0.625, 0.375];

function weightsOf(features: number, units: number, outputs: number): EncoderDecoderWeightsOf {
  const fill = take(drawn);
  return {
    encoder: rnnWeights(fill, features, units),
    decoder: rnnWeights(fill, outputs, units),
    output: { w: fill.matrix(units, outputs), b: fill.vector(outputs) },
  };
}

const small = weightsOf(1, 1, 1);
const ln3 = Math.log(3);

export const edges: Entry<EncoderDecoder>['edges'] = {
  'one of everything': [[[[1.5]]], small, 1],
  'one output from three inputs': [[[[1.5], [-1], [0.25]]], small, 1],
  'three outputs from one input': [[[[1.5]]], small, 3],
  'two samples, two units, one output': [
    [
      [
        [1.5, -1],
        [0.5, 2],
      ],
      [
        [0, -0.25],
        [1, 1],
      ],
    ],
    weightsOf(2, 2, 1),
    2,
  ],
  'one unit, two outputs': [[[[1.5], [-1]]], weightsOf(1, 1, 2), 2],
  'two of everything': [
    [
      [
        [1.5, -1],
        [0.5, 2],
      ],
    ],
    weightsOf(2, 2, 2),
    2,
  ],
  'no input': [[[[0], [0]]], small, 2],
  decimals: [
    [[[0.1], [-0.7]]],
    { encoder: single(0.3, 0.9, -0.2), decoder: single(-0.7, 0.1, 0.3), output: { w: [[1.1]], b: [-0.3] } },
    2,
  ],
};

export const illegal: Entry<EncoderDecoder>['illegal'] = {
  'another number of features': { args: [[[[1, 2]]], small, 1], names: 'weights.encoder.wx' },
  'a decoder of other units': {
    args: [[[[1]]], { ...small, decoder: rnnWeights(take(drawn), 1, 2) }, 1],
    names: 'weights.decoder.b',
  },
  'a decoder of other outputs': {
    args: [[[[1]]], { ...small, decoder: rnnWeights(take(drawn), 2, 1) }, 1],
    names: 'weights.decoder.wx',
  },
  'an output of other units': {
    args: [[[[1]]], { ...small, output: { w: [[1], [2]], b: [0] } }, 1],
    names: 'weights.output.w',
  },
};

export const hardCases: Entry<EncoderDecoder>['hardCases'] = {
  'one sample': (x) => x.length === 1,
  'several samples': (x) => x.length > 1,
  'one step read': (x) => x[0]?.length === 1,
  'several steps read': (x) => (x[0]?.length ?? 0) > 1,
  'one step written': (_x, _weights, steps) => steps === 1,
  'several steps written': (_x, _weights, steps) => steps > 1,
  'more written than read': (x, _weights, steps) => steps > (x[0]?.length ?? 0),
  'as many outputs as features': (x, { output }) => output.b.length === x[0]?.[0]?.length,
  'more outputs than units': (_x, { encoder, output }) => output.b.length > encoder.b.length,
  'more units than outputs': (_x, { encoder, output }) => output.b.length < encoder.b.length,
};

export const worked: Entry<EncoderDecoder>['worked'] = [
  {
    name: 'the last state goes on, and so does the output',
    origin:
      'by hand: read 8/10 and tanh(ln 3 (2 - 1)); then s = tanh(ln 3 / 0.8 * 0.8), y = 10 s - 7 = 1, then ' +
      's = tanh(ln 3 (1 - 2)), y = -15',
    args: [
      [[[1], [-1]]],
      {
        encoder: single(ln3, 2.5 * ln3, 0),
        decoder: single(-2 * ln3, ln3 / 0.8, 0),
        output: { w: [[10]], b: [-7] },
      },
      2,
    ],
    expected: [[[1], [-15]]],
  },
];
