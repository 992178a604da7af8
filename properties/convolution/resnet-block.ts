import fc from 'fast-check';
import { resnetBlock as reference, resnetBlockGradient } from '../../reference/convolution/resnet-block.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { mild, numbers, take } from '../inputs/inputs.ts';
import { variedImages } from '../inputs/varied.ts';
import { sampleIndependence } from '../laws/sample-independence.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded } from '../rounding/rounding.ts';
import { nth } from '../values/nth.ts';
import { transposed } from '../values/transposed.ts';
import { mapNumbers, numbersOf, zipNumbers } from '../values/tree.ts';
import type { Images } from '../values/value.ts';
import { misconceptions } from './resnet-block.misconceptions.ts';
import { blockHardCases, blockImages, exchanged, identity, LAYER, layerShapes, silent } from './shared/block-inputs.ts';
import { drivesOfBothSigns, imagesOf, layerOf, settled, small } from './shared/feature-inputs.ts';
import { heightLikeWidth } from './shared/image-laws.ts';
import { type ImagesOf, imageSize } from './shared/padded-images.ts';
import { type Layer, rectified, summed } from './shared/plain-features.ts';
import { roundedFeatures } from './shared/rounded-features.ts';
import { image, kernel } from './shared/single-channel.ts';

export type ResnetBlock = (x: Images, first: Layer, layers: Layer[]) => Images;
type Arguments = Parameters<ResnetBlock>;

const blocks = (element: fc.Arbitrary<number>, scale: fc.Arbitrary<number>): fc.Arbitrary<Arguments> =>
  fc.tuple(blockImages(1), layerShapes, numbers(element, 61), scale).map(([shape, shapes, drawn, factor]) => {
    const fill = take(drawn);
    const x = imagesOf(fill, shape);
    const { taps, filters } = nth(shapes, 0);
    const first = layerOf(fill, taps, shape.channels, filters, factor);
    return [x, first, shapes.map((layer) => layerOf(fill, layer.taps, filters, filters, factor))];
  });

// The size of what a layer passes on grows with each: a quarter of the weights keeps it in bounds.
const inputs = blocks(mild, fc.constantFrom(0.25, 0.5));

export const resnetBlock: Entry<ResnetBlock> = {
  id: 'resnetBlock',
  lecture: 5,
  title: 'Block of a residual network',
  latex: String.raw`a^{(0)} = F_0(x), \qquad a^{(l)} = F_l(a^{(l-1)}) + a^{(l-1)}, \qquad F_l(a) = \mathrm{relu}(k^{(l)} * a + b^{(l)})`,
  source: ['He et al. (2016), Deep Residual Learning for Image Recognition, section 3', 'Lecture 5'],
  parameters: { x: is.images(), first: LAYER, layers: is.list(LAYER) },
  result: is.images(),

  reference,
  accelerated: () => import('../../accelerated/convolution/resnet-block.ts'),
  gradient: {
    wrt: ['x', 'first', 'layers'],
    reference: resnetBlockGradient,
    inputs: blocks(small, fc.constantFrom(0.5, 0.25)).filter(([x, first, layers]) => {
      const residuals = layers.map((layer) => ({ layer, together: summed }));
      return settled(x, [{ layer: first }, ...residuals]) !== null;
    }),
    kinks: { 'all zeros': 'relu bends at drives of exactly 0' },
  },

  inputs,

  edges: {
    'one of everything': [image([1.5]), { kernel: kernel([2]), bias: [0.25] }, [{ kernel: kernel([3]), bias: [-1] }]],
    'layers without weights': [
      image([1, -2]),
      { kernel: kernel([1]), bias: [0.5] },
      [
        { kernel: kernel([0]), bias: [-1] },
        { kernel: kernel([0]), bias: [0.5] },
      ],
    ],
    'nothing positive in the first layer': [
      image([1, 2]),
      { kernel: kernel([-3]), bias: [0.5] },
      [{ kernel: kernel([2]), bias: [0.25] }],
    ],
    'two channels out of one, two layers': [
      image([0.5, -1, 2], [1, 0.25, -0.5]),
      { kernel: variedImages(2, 2, 1, 2, 1), bias: [0.3125, 2.1875] },
      [
        { kernel: variedImages(1, 3, 2, 2, 5), bias: [0.0625, -0.4375] },
        { kernel: variedImages(3, 1, 2, 2, 11), bias: [0.28125, 0.59375] },
      ],
    ],
    'two images': [
      variedImages(2, 2, 3, 2),
      { kernel: variedImages(2, 3, 2, 1, 3), bias: [0.3125] },
      [{ kernel: kernel([0.5, -0.25]), bias: [0.1875] }],
    ],
    'kernels larger than the image': [
      image([2, -1]),
      { kernel: kernel([1, 2, 3], [4, 5, 6], [7, 8, 9]), bias: [0.5] },
      [{ kernel: kernel([0.5, -1, 2]), bias: [0.25] }],
    ],
    'all zeros': [image([0, 0]), { kernel: kernel([0]), bias: [0] }, [{ kernel: kernel([0]), bias: [0] }]],
    decimals: [image([0.1, -0.7]), { kernel: kernel([0.9]), bias: [0.8] }, [{ kernel: kernel([1.1]), bias: [0.3] }]],
  },
  illegal: {
    'channels of the images differ': {
      args: [image([1]), { kernel: [[[[1], [2]]]], bias: [0] }, [{ kernel: kernel([1]), bias: [0] }]],
      names: 'first.kernel',
    },
    'a layer that takes other channels than the block has': {
      args: [image([1]), { kernel: kernel([1]), bias: [0] }, [{ kernel: [[[[1], [2]]]], bias: [0] }]],
      names: 'layers[0].kernel',
    },
    'a layer that makes other channels than the block has': {
      args: [
        image([1]),
        { kernel: kernel([1]), bias: [0] },
        [
          { kernel: kernel([1]), bias: [0] },
          { kernel: [[[[1, 2]]]], bias: [0, 0] },
        ],
      ],
      names: 'layers[1].kernel',
    },
    'a bias too many in the first layer': {
      args: [image([1]), { kernel: kernel([1]), bias: [0, 0] }, [{ kernel: kernel([1]), bias: [0] }]],
      names: 'first.bias',
    },
  },
  hardCases: {
    ...blockHardCases<Arguments>((_x, _first, layers) => layers),
    'other channels in the block than in the images': (x, { bias }) => bias.length !== imageSize(x)[2],
    'relu that cuts in the first layer': (x, first) => drivesOfBothSigns(x, first),
  },

  worked: [
    {
      name: 'two layers',
      origin: 'by hand: relu(3·1) = 3 and relu(3·-2) = 0; 2·3 + 0.5 + 3 and 0.5; 9.5 - 4 + 9.5 and 0 + 0.5',
      args: [
        image([1, -2]),
        { kernel: kernel([3]), bias: [0] },
        [
          { kernel: kernel([2]), bias: [0.5] },
          { kernel: kernel([1]), bias: [-4] },
        ],
      ],
      expected: image([15, 0.5]),
    },
  ],

  laws: [
    law(
      'a first layer that changes nothing, and one without weights, leave the positive pixels',
      fc.tuple(inputs),
      async (resnetBlock, [x]) => {
        const channels = imageSize(x)[2];
        const args: Arguments = [x, identity(channels), [silent(channels, channels)]];
        expectClose(await resnetBlock(...args), rectified(x), resnetBlock.allowed(...args));
      },
    ),
    law(
      'a layer without weights and biases changes nothing, wherever it is',
      fc.tuple(inputs, fc.nat(3)),
      async (resnetBlock, [x, first, layers], at) => {
        const channels = first.bias.length;
        const longer: Arguments = [x, first, layers.toSpliced(at, 0, silent(channels, channels))];
        const [usual, same] = [resnetBlock.allowed(x, first, layers), resnetBlock.allowed(...longer)];
        expectClose(await resnetBlock(...longer), await resnetBlock(x, first, layers), usual, same);
      },
    ),
    law('a layer that copies its input doubles it', fc.tuple(inputs), async (resnetBlock, [x, first, layers]) => {
      const longer: Arguments = [x, first, [...layers, identity(first.bias.length)]];
      const twice = mapNumbers(await resnetBlock(x, first, layers), (y) => 2 * y);
      const [usual, same] = [resnetBlock.allowed(...longer), resnetBlock.allowed(x, first, layers)];
      expectClose(await resnetBlock(...longer), twice, usual, same, same);
    }),
    law(
      'the result is nowhere below the features of the first layer',
      fc.tuple(inputs),
      async (resnetBlock, [x, first, layers]) => {
        const begun: Arguments = [x, first, [silent(first.bias.length, first.bias.length)]];
        const [low, high] = [numbersOf(await resnetBlock(...begun)), numbersOf(await resnetBlock(x, first, layers))];
        const rounding = numbersOf(
          zipNumbers(resnetBlock.allowed(...begun), resnetBlock.allowed(x, first, layers), (a, b) => a + b),
        );
        for (const [i, y] of high.entries()) {
          expectThat(y >= nth(low, i) - nth(rounding, i), `got ${y} where the first layer gives ${nth(low, i)}`);
        }
      },
    ),
    sampleIndependence<ResnetBlock>(inputs, { name: 'an image does not depend on the others' }),
    heightLikeWidth<Arguments>(
      'height and width are alike: transposing images and kernels transposes the result',
      inputs,
      ([x, first, layers]) => [x.map(transposed), exchanged(first), layers.map(exchanged)],
    ),
  ],

  misconceptions,

  rounding: (r, x, first, layers) => {
    let a: ImagesOf<Rounded> = roundedFeatures(r, x, first);
    for (const layer of layers) {
      const features = roundedFeatures(r, a, layer);
      a = a.map((rows, n) =>
        rows.map((row, i) =>
          row.map((pixel, j) => pixel.map((skipped, c) => r.add(nth(nth(nth(nth(features, n), i), j), c), skipped))),
        ),
      );
    }
    return a as Rounded[][][][];
  },
};
