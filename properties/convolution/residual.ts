import fc from 'fast-check';
import { residual as reference, residualGradient } from '../../reference/convolution/residual.ts';
import type { Entry } from '../entry/entry.ts';
import { expectThat, law } from '../entry/law.ts';
import { mild, numbers, take } from '../inputs/inputs.ts';
import { variedImages, variedMatrix } from '../inputs/varied.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import { numbersOf } from '../values/tree.ts';
import { misconceptions } from './residual.misconceptions.ts';
import {
  clearOfKinks,
  drivesOfBothSigns,
  featureHardCases,
  featureShapes,
  imagesOf,
  kernelScale,
  layerOf,
  small,
} from './shared/feature-inputs.ts';
import { type FeatureArguments, type FeatureLayer, featureLaws } from './shared/feature-laws.ts';
import { summed } from './shared/plain-features.ts';
import { roundedFeatures } from './shared/rounded-features.ts';
import { image, kernel } from './shared/single-channel.ts';

const layers = (element: fc.Arbitrary<number>): fc.Arbitrary<FeatureArguments> =>
  fc.tuple(featureShapes, numbers(element, 61), kernelScale).map(([shape, drawn, scale]) => {
    const fill = take(drawn);
    const x = imagesOf(fill, shape);
    const layer = layerOf(fill, shape.taps, shape.channels, shape.channels, scale);
    return [x, layer.kernel, layer.bias];
  });

const inputs = layers(mild);

export const residual: Entry<FeatureLayer> = {
  id: 'residual',
  lecture: 5,
  title: 'Residual layer',
  latex: String.raw`y = \mathrm{relu}(k * x + b) + x`,
  source: ['He et al. (2016), Deep Residual Learning for Image Recognition, section 3.2', 'Lecture 5'],
  parameters: { x: is.images(), kernel: is.kernel(), bias: is.vector() },
  result: is.images(),

  reference,
  accelerated: () => import('../../accelerated/convolution/residual.ts'),
  gradient: {
    wrt: ['x', 'kernel', 'bias'],
    reference: residualGradient,
    inputs: layers(small).filter(([x, k, bias]) => clearOfKinks(x, [{ kernel: k, bias }])),
    kinks: {
      'all zeros': 'relu bends at drives of exactly 0',
      'drives of 0': 'relu bends at drives of exactly 0',
    },
  },

  inputs,

  edges: {
    'one pixel, positive': [[[[[1.5]]]], [[[[2]]]], [0.25]],
    'one pixel, negative drive': [[[[[1.5]]]], [[[[-2]]]], [0.25]],
    'one pixel, 3x3': [[[[[2]]]], kernel([1, 2, 3], [4, 0.5, 6], [7, 8, 9]), [0.5]],
    'an image not square, 3x3': [image(...variedMatrix(4, 5)), kernel(...variedMatrix(3, 3, 4)), [0.5]],
    'even kernel': [image([1, -2, 3], [4, 5, -6]), kernel([1, 10], [100, 1000]), [0.25]],
    'kernel of one row': [image([1, 2, 3, 4], [5, -6, 7, 8]), kernel([1, 10, 100]), [0.5]],
    'kernel of one column': [image([1, 2], [3, -4], [5, 6]), kernel([1], [10], [100]), [0.5]],
    'kernel larger than the image': [image([2, -1]), kernel([1, 2, 3], [4, 5, 6], [7, 8, 9]), [0.5]],
    'two images of three channels': [variedImages(2, 3, 2, 3), variedImages(2, 3, 3, 3, 5), [0.5, -1, 0.3125]],
    'channels that change places': [
      [[[[3, -5]]]],
      [
        [
          [
            [0, 1],
            [1, 0],
          ],
        ],
      ],
      [1, 1],
    ],
    'a bias that keeps all drives below 0': [image([1, 2], [3, 4]), kernel([1, -1]), [-100]],
    'no weights': [image([1, -2]), kernel([0]), [0.5]],
    'all zeros': [image([0, 0], [0, 0]), kernel([0, 0]), [0]],
    'drives of 0': [image([1, -1, 0, 2]), kernel([1, 1]), [0]],
    decimals: [
      [[[[0.1, -0.7]]]],
      [
        [
          [
            [0.3, 1.1],
            [0.2, -0.4],
          ],
        ],
      ],
      [0.9, 0.6],
    ],
  },
  illegal: {
    'more channels out than in': { args: [[[[[1]]]], [[[[1, 2]]]], [0, 0]], names: 'kernel' },
    'fewer channels out than in': { args: [[[[[1, 2]]]], [[[[1], [2]]]], [0]], names: 'kernel' },
    'channels in differ': { args: [[[[[1, 2]]]], [[[[1, 2]]]], [0, 0]], names: 'kernel' },
    'bias of another length': { args: [image([1, 2]), kernel([1]), [0, 0]], names: 'bias' },
  },
  hardCases: {
    ...featureHardCases<FeatureArguments>((_x, k, bias) => ({ kernel: k, bias })),
    'drives of both signs': (x, k, bias) => drivesOfBothSigns(x, { kernel: k, bias }),
  },

  worked: [
    {
      name: 'two taps',
      origin: 'by hand: 1 + 20, 2 + 30 and 3 + 0, and the image once more',
      args: [image([1, 2, 3]), kernel([1, 10]), [0]],
      expected: image([22, 34, 6]),
    },
    {
      name: 'relu before the sum',
      origin: 'by hand: relu(-4 + 1) + 2 and relu(6 + 1) - 3',
      args: [image([2, -3]), kernel([-2]), [1]],
      expected: image([2, 4]),
    },
    {
      name: 'two channels',
      origin: 'by hand: relu(3 + 20 - 1) + 1 and relu(-5 + 1) + 2',
      args: [
        [[[[1, 2]]]],
        [
          [
            [
              [3, -5],
              [10, 0],
            ],
          ],
        ],
        [-1, 1],
      ],
      expected: [[[[23, 2]]]],
    },
  ],

  laws: [
    law('the result is nowhere below the images', fc.tuple(inputs), async (residual, args) => {
      const y = numbersOf(await residual(...args));
      const allowed = numbersOf(residual.allowed(...args));
      for (const [i, pixel] of numbersOf(args[0]).entries()) {
        expectThat(nth(y, i) >= pixel - nth(allowed, i), `got ${nth(y, i)} for a pixel of ${pixel}`);
      }
    }),
    ...featureLaws(inputs, summed),
  ],

  misconceptions,

  rounding: (r, x, k, bias) => {
    const features = roundedFeatures(r, x, { kernel: k, bias });
    return x.map((image, n) =>
      image.map((row, i) =>
        row.map((pixel, j) => pixel.map((xi, c) => r.add(nth(nth(nth(nth(features, n), i), j), c), xi))),
      ),
    );
  },
};
