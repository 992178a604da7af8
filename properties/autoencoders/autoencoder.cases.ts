import type { Entry } from '../entry/entry.ts';
import { plainDrives } from '../perceptron/shared/layer-inputs.ts';
import type { AutoencoderFormula } from './autoencoder.ts';

const pressed = {
  w: [
    [0.5, -1],
    [1, 0.25],
    [-0.75, 2],
  ],
  b: [0.5, -0.25],
} as const;
const spread = {
  w: [
    [1, -0.5, 0.25],
    [-2, 1.5, 0.75],
  ],
  b: [0.25, -1, 0.5],
} as const;

export const edges: Entry<AutoencoderFormula>['edges'] = {
  'a narrow code': [
    [
      [1, -0.5, 2],
      [0.25, 1.5, -1],
    ],
    [{ w: pressed.w.map((row) => [...row]), b: [...pressed.b], activation: 'tanh' }],
    [{ w: spread.w.map((row) => [...row]), b: [...spread.b], activation: 'identity' }],
  ],
  'relu and sigmoid': [
    [[1, -0.5, 2]],
    [{ w: pressed.w.map((row) => [...row]), b: [...pressed.b], activation: 'relu' }],
    [{ w: spread.w.map((row) => [...row]), b: [...spread.b], activation: 'sigmoid' }],
  ],
  'no layers': [
    [
      [1.5, -2],
      [0.5, 1],
    ],
    [],
    [],
  ],
  'no encoder': [
    [[1.5, -2]],
    [],
    [
      {
        w: [
          [1, 0.5],
          [-1, 2],
        ],
        b: [0.25, 0],
        activation: 'tanh',
      },
    ],
  ],
  'one unit everywhere': [
    [[1.5]],
    [{ w: [[-2]], b: [0.75], activation: 'sigmoid' }],
    [{ w: [[0.5]], b: [1], activation: 'identity' }],
  ],
  'two layers each': [
    [[0.5, -1]],
    [
      {
        w: [
          [1, 0.5, -1],
          [2, -0.25, 0.75],
        ],
        b: [0.5, 0, -1],
        activation: 'sigmoid',
      },
      { w: [[1], [-2], [0.5]], b: [0.25], activation: 'tanh' },
    ],
    [
      { w: [[0.5, -1.5, 2]], b: [0, 1, -0.5], activation: 'tanh' },
      {
        w: [
          [1, -1],
          [0.25, 2],
          [0.5, 0.75],
        ],
        b: [0, -0.5],
        activation: 'identity',
      },
    ],
  ],
};

const one = { w: [[1]], b: [0], activation: 'identity' } as const;
const layer = { ...one, w: [[1]], b: [0] };

export const illegal: Entry<AutoencoderFormula>['illegal'] = {
  'an encoder of another width': { args: [[[1, 2]], [layer], []], names: 'encoder[0].w' },
  'a decoder that does not take the code': {
    args: [[[1]], [layer], [{ ...layer, w: [[1], [2]] }]],
    names: 'decoder[0].w',
  },
  'a decoder that ends in other units': { args: [[[1]], [], [{ ...layer, w: [[1, 2]], b: [0, 0] }]], names: 'decoder' },
  'biases of the decoder that do not fit': { args: [[[1]], [layer], [{ ...layer, b: [0, 1] }]], names: 'decoder[0].b' },
};

export const hardCases: Entry<AutoencoderFormula>['hardCases'] = {
  'batch 1': (x) => x.length === 1,
  'batch above 1, more than 1 column': (x) => x.length > 1 && (x[0]?.length ?? 0) > 1,
  'a code narrower than the data': (x, encoder) => (encoder.at(-1)?.b.length ?? Infinity) < (x[0]?.length ?? 0),
  'a code wider than the data': (x, encoder) => (encoder.at(-1)?.b.length ?? 0) > (x[0]?.length ?? 0),
  'a code as wide as the data, above 1': (x, encoder) =>
    (x[0]?.length ?? 0) > 1 && encoder.at(-1)?.b.length === x[0]?.length,
  'no encoder': (_x, encoder) => encoder.length === 0,
  'two layers in the encoder': (_x, encoder) => encoder.length === 2,
  'two layers in the decoder': (_x, _encoder, decoder) => decoder.length === 2,
  'a decoder that does not end in the identity': (_x, _encoder, decoder) =>
    decoder.length > 0 && decoder.at(-1)?.activation !== 'identity',
  'relu that cuts in the encoder': (x, [first]) =>
    first?.activation === 'relu' &&
    plainDrives(x, first.w, first.b)
      .flat()
      .some((z) => z < 0),
};

export const worked: Entry<AutoencoderFormula>['worked'] = [
  {
    name: 'sum and back, two samples',
    origin: 'by hand: codes 1 + 2 and 0, errors (1 - 3)^2 + (2 - 1)^2 and (0 - 1)^2, over 2',
    args: [
      [
        [1, 2],
        [0, 0],
      ],
      [{ w: [[1], [1]], b: [0], activation: 'identity' }],
      [{ w: [[1, 0]], b: [0, 1], activation: 'identity' }],
    ],
    expected: {
      code: [[3], [0]],
      reconstruction: [
        [3, 1],
        [0, 1],
      ],
      loss: 3,
    },
  },
  {
    name: 'relu at both ends',
    origin: 'by hand: code max(0, -3) = 0, reconstruction max(0, -1) = 0 and max(0, 2), errors 1 and 16',
    args: [
      [[-1, -2]],
      [{ w: [[1], [1]], b: [0], activation: 'relu' }],
      [{ w: [[5, 5]], b: [-1, 2], activation: 'relu' }],
    ],
    expected: { code: [[0]], reconstruction: [[0, 2]], loss: 17 },
  },
];
