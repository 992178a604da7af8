import fc from 'fast-check';
import { denseConcatGradient, denseConcat as reference } from '../../reference/convolution/dense-concat.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { mild, numbers, size, take } from '../inputs/inputs.ts';
import { variedImages, variedMatrix } from '../inputs/varied.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import { misconceptions } from './dense-concat.misconceptions.ts';
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
import { imageSize } from './shared/padded-images.ts';
import { channelsOf, joined } from './shared/plain-features.ts';
import { roundedFeatures } from './shared/rounded-features.ts';
import { image, kernel } from './shared/single-channel.ts';

/** As many channels out as in, or any other number of them. */
const filters = fc.option(size(3), { nil: undefined, freq: 2 });

const layers = (element: fc.Arbitrary<number>): fc.Arbitrary<FeatureArguments> =>
  fc.tuple(featureShapes, filters, numbers(element, 61), kernelScale).map(([shape, out, drawn, scale]) => {
    const fill = take(drawn);
    const x = imagesOf(fill, shape);
    const layer = layerOf(fill, shape.taps, shape.channels, out ?? shape.channels, scale);
    return [x, layer.kernel, layer.bias];
  });

const inputs = layers(mild);

export const denseConcat: Entry<FeatureLayer> = {
  id: 'denseConcat',
  lecture: 5,
  title: 'Densely connected layer',
  latex: String.raw`y = [\mathrm{relu}(k * x + b), x]`,
  source: ['Huang et al. (2017), Densely Connected Convolutional Networks, section 3', 'Lecture 5'],
  parameters: { x: is.images(), kernel: is.kernel(), bias: is.vector() },
  result: is.images(),

  reference,
  accelerated: () => import('../../accelerated/convolution/dense-concat.ts'),
  gradient: {
    wrt: ['x', 'kernel', 'bias'],
    reference: denseConcatGradient,
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
    'one pixel, 3x3': [[[[[-2]]]], kernel([1, 2, 3], [4, -0.5, 6], [7, 8, 9]), [0.5]],
    'an image not square, 3x3': [image(...variedMatrix(4, 5)), kernel(...variedMatrix(3, 3, 4)), [0.5]],
    'even kernel': [image([1, -2, 3], [4, 5, -6]), kernel([1, 10], [100, 1000]), [0.25]],
    'kernel larger than the image': [image([2, -1]), kernel([1, 2, 3], [4, 5, 6], [7, 8, 9]), [0.5]],
    'more channels out than in': [image([1, -2], [3, 4]), [[[[1, -1, 2]]]], [0.5, 0.25, -1]],
    'fewer channels out than in': [[[[[1, -2, 3]], [[0.5, 4, -1]]]], [[[[1], [2], [-1]]]], [0.5]],
    'two images of three channels': [variedImages(2, 3, 2, 3), variedImages(2, 3, 3, 2, 5), [0.5, -1]],
    'a bias that keeps all drives below 0': [image([1, 2], [3, 4]), kernel([1, -1]), [-100]],
    'no weights': [image([1, -2]), kernel([0]), [0.5]],
    'all zeros': [image([0, 0], [0, 0]), kernel([0, 0]), [0]],
    'drives of 0': [image([1, -1, 0, 2]), kernel([1, 1]), [0]],
    decimals: [[[[[0.1, -0.7]]]], [[[[0.3], [-0.2]]]], [0.9]],
  },
  illegal: {
    'channels differ': { args: [[[[[1, 2]]]], [[[[1]]]], [0]], names: 'kernel' },
    'channels differ, more in the kernel': { args: [[[[[1]]]], [[[[1], [1]]]], [0]], names: 'kernel' },
    'bias of another length': { args: [image([1, 2]), kernel([1]), [0, 0]], names: 'bias' },
  },
  hardCases: {
    ...featureHardCases<FeatureArguments>((_x, k, bias) => ({ kernel: k, bias })),
    'drives of both signs': (x, k, bias) => drivesOfBothSigns(x, { kernel: k, bias }),
    'as many channels out as in, more than 1': (x, _k, bias) => bias.length > 1 && bias.length === imageSize(x)[2],
    'more channels out than in': (x, _k, bias) => bias.length > imageSize(x)[2],
    'fewer channels out than in': (x, _k, bias) => bias.length < imageSize(x)[2],
  },

  worked: [
    {
      name: 'two taps',
      origin: 'by hand: 1 + 20, 2 + 30 and 3 + 0, each before its pixel',
      args: [image([1, 2, 3]), kernel([1, 10]), [0]],
      expected: [
        [
          [
            [21, 1],
            [32, 2],
            [3, 3],
          ],
        ],
      ],
    },
    {
      name: 'relu of the features alone',
      origin: 'by hand: relu(-4 + 1) and relu(6 + 1)',
      args: [image([2, -3]), kernel([-2]), [1]],
      expected: [
        [
          [
            [0, 2],
            [7, -3],
          ],
        ],
      ],
    },
    {
      name: 'one channel in, two out',
      origin: 'by hand: 3 * 2 - 1 and relu(-5 * 2 + 1)',
      args: [image([2]), [[[[3, -5]]]], [-1, 1]],
      expected: [[[[5, 0, 2]]]],
    },
  ],

  laws: [
    law('the last channels are those of the images, bit by bit', fc.tuple(inputs), async (denseConcat, args) => {
      const [x, , bias] = args;
      expectClose(channelsOf(await denseConcat(...args), bias.length), x, 0);
    }),
    law('no feature is negative', fc.tuple(inputs), async (denseConcat, args) => {
      const features = channelsOf(await denseConcat(...args), 0, args[2].length).flat(3);
      expectThat(
        features.every((f) => f >= 0),
        `got ${Math.min(...features)}`,
      );
    }),
    law('a filter does not depend on the others', fc.tuple(inputs), async (denseConcat, args) => {
      const [x, k, bias] = args;
      const together = await denseConcat(...args);
      for (const [o, b] of bias.entries()) {
        const alone: FeatureArguments = [x, k.map((row) => row.map((into) => into.map((out) => [nth(out, o)]))), [b]];
        const allowed = channelsOf(denseConcat.allowed(...alone), 0, 1);
        expectClose(channelsOf(await denseConcat(...alone), 0, 1), channelsOf(together, o, o + 1), allowed, allowed);
      }
    }),
    ...featureLaws(inputs, joined),
  ],

  misconceptions,

  rounding: (r, x, k, bias) => joined(roundedFeatures(r, x, { kernel: k, bias }), x),
};
