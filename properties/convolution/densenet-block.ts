import fc from 'fast-check';
import { densenetBlockGradient, densenetBlock as reference } from '../../reference/convolution/densenet-block.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { mild, numbers, take } from '../inputs/inputs.ts';
import { variedImages } from '../inputs/varied.ts';
import { sampleIndependence } from '../laws/sample-independence.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded } from '../rounding/rounding.ts';
import { transposed } from '../values/transposed.ts';
import type { Images } from '../values/value.ts';
import { misconceptions } from './densenet-block.misconceptions.ts';
import { blockHardCases, blockImages, exchanged, LAYER, layerShapes, silent } from './shared/block-inputs.ts';
import { imagesOf, layerOf, settled, small } from './shared/feature-inputs.ts';
import { heightLikeWidth } from './shared/image-laws.ts';
import { type ImagesOf, imageSize } from './shared/padded-images.ts';
import { channelsOf, joined, type Layer } from './shared/plain-features.ts';
import { roundedFeatures } from './shared/rounded-features.ts';
import { image, kernel } from './shared/single-channel.ts';

export type DensenetBlock = (x: Images, layers: Layer[]) => Images;
type Arguments = Parameters<DensenetBlock>;

const blocks = (element: fc.Arbitrary<number>, scale: fc.Arbitrary<number>): fc.Arbitrary<Arguments> =>
  fc.tuple(blockImages(1), layerShapes, numbers(element, 61), scale).map(([shape, shapes, drawn, factor]) => {
    const fill = take(drawn);
    let before = shape.channels;
    const x = imagesOf(fill, shape);
    const layers = shapes.map(({ taps, filters }) => {
      const layer = layerOf(fill, taps, before, filters, factor);
      before += filters;
      return layer;
    });
    return [x, layers];
  });

// What a layer is given grows with each: a quarter of the weights keeps it in bounds.
const inputs = blocks(mild, fc.constantFrom(0.25, 0.5));

export const densenetBlock: Entry<DensenetBlock> = {
  id: 'densenetBlock',
  lecture: 5,
  title: 'Block of a densely connected network',
  latex: String.raw`a^{(0)} = x, \qquad a^{(l)} = [F_l(a^{(l-1)}), a^{(l-1)}], \qquad F_l(a) = \mathrm{relu}(k^{(l)} * a + b^{(l)})`,
  source: ['Huang et al. (2017), Densely Connected Convolutional Networks, section 3', 'Lecture 5'],
  parameters: { x: is.images(), layers: is.list(LAYER) },
  result: is.images(),

  reference,
  accelerated: () => import('../../accelerated/convolution/densenet-block.ts'),
  gradient: {
    wrt: ['x', 'layers'],
    reference: densenetBlockGradient,
    inputs: blocks(small, fc.constantFrom(0.5, 0.25)).filter(([x, layers]) => {
      const steps = layers.map((layer) => ({ layer, together: joined<number> }));
      return settled(x, steps) !== null;
    }),
    kinks: { 'all zeros': 'relu bends at drives of exactly 0' },
  },

  inputs,

  edges: {
    'one of everything': [image([1.5]), [{ kernel: kernel([2]), bias: [0.25] }]],
    'nothing positive': [image([1, 2]), [{ kernel: kernel([-3]), bias: [0.5] }]],
    'two layers': [
      image([0.5, -1, 2], [1, 0.25, -0.5]),
      [
        { kernel: variedImages(2, 2, 1, 2, 1), bias: [0.3125, 2.1875] },
        { kernel: variedImages(1, 3, 3, 1, 5), bias: [0.0625] },
      ],
    ],
    'three layers, two images': [
      variedImages(2, 2, 3, 2),
      [
        { kernel: variedImages(2, 3, 2, 1, 3), bias: [0.3125] },
        { kernel: variedImages(1, 1, 3, 2, 5), bias: [0.1875, -0.0625] },
        { kernel: variedImages(1, 2, 5, 1, 9), bias: [0.59375] },
      ],
    ],
    'kernel larger than the image': [
      image([2, -1]),
      [{ kernel: kernel([1, 2, 3], [4, 5, 6], [7, 8, 9]), bias: [0.5] }],
    ],
    'all zeros': [image([0, 0]), [{ kernel: kernel([0]), bias: [0] }]],
    decimals: [image([0.1, -0.7]), [{ kernel: kernel([0.9]), bias: [0.8] }]],
  },
  illegal: {
    'channels of the images differ': {
      args: [image([1]), [{ kernel: [[[[1], [2]]]], bias: [0] }]],
      names: 'layers[0].kernel',
    },
    'a second layer that takes the features alone': {
      args: [
        image([1]),
        [
          { kernel: kernel([1]), bias: [0] },
          { kernel: kernel([1]), bias: [0] },
        ],
      ],
      names: 'layers[1].kernel',
    },
    'a bias too many': { args: [image([1]), [{ kernel: kernel([1]), bias: [0, 0] }]], names: 'layers[0].bias' },
  },
  hardCases: {
    ...blockHardCases<Arguments>((_x, layers) => layers),
    'a growth of two channels': (_x, layers) => layers.some(({ bias }) => bias.length === 2),
    'growths that differ': (_x, layers) => new Set(layers.map(({ bias }) => bias.length)).size > 1,
  },

  worked: [
    {
      name: 'two layers',
      origin: 'by hand: 3·2 = 6, and 1·6 + 10·2 + 0.5 before both',
      args: [
        image([2]),
        [
          { kernel: kernel([3]), bias: [0] },
          { kernel: [[[[1], [10]]]], bias: [0.5] },
        ],
      ],
      expected: [[[[26.5, 6, 2]]]],
    },
  ],

  laws: [
    law('the images are passed on bit by bit, behind all features', fc.tuple(inputs), async (f, [x, layers]) => {
      const grown = growthOf(layers);
      expectClose(channelsOf(await f(x, layers), grown), x, 0);
    }),
    law('no feature is negative', fc.tuple(inputs), async (densenetBlock, [x, layers]) => {
      const features = channelsOf(await densenetBlock(x, layers), 0, growthOf(layers)).flat(3);
      expectThat(
        features.every((f) => f >= 0),
        `got ${Math.min(...features)}`,
      );
    }),
    law(
      'behind the features of the last layer is what the block without it gives',
      fc.tuple(inputs.filter(([, layers]) => layers.length > 1)),
      async (densenetBlock, [x, layers]) => {
        const shorter = layers.slice(0, -1);
        const from = growthOf(layers) - growthOf(shorter);
        const allowed = densenetBlock.allowed(x, shorter);
        const behind = channelsOf(await densenetBlock(x, layers), from);
        expectClose(behind, await densenetBlock(x, shorter), allowed, allowed);
      },
    ),
    law(
      'a further layer of one weight copies the channel that it reads, where it is positive',
      fc.tuple(inputs, fc.nat(8)),
      async (densenetBlock, [x, layers], chosen) => {
        const before = imageSize(x)[2] + growthOf(layers);
        const c = chosen % before;
        const copying = { kernel: [[Array.from({ length: before }, (_, i) => [i === c ? 1 : 0])]], bias: [0] };
        const longer: Arguments = [x, [...layers, copying]];
        const copied = channelsOf(await densenetBlock(x, layers), c, c + 1).map((rows) =>
          rows.map((row) => row.map(([value]) => [Math.max(0, value as number)])),
        );
        const read = channelsOf(densenetBlock.allowed(x, layers), c, c + 1);
        const own = channelsOf(densenetBlock.allowed(...longer), 0, 1);
        expectClose(channelsOf(await densenetBlock(...longer), 0, 1), copied, own, read);
      },
    ),
    law('a layer without weights and biases adds channels of 0', fc.tuple(inputs), async (f, [x, layers]) => {
      const longer: Arguments = [x, [...layers, silent(imageSize(x)[2] + growthOf(layers), 2)]];
      const usual = await f(x, layers);
      const none = usual.map((rows) => rows.map((row) => row.map(() => [0, 0])));
      const allowed = f.allowed(...longer);
      expectClose(await f(...longer), joined(none, usual), allowed, allowed);
    }),
    sampleIndependence<DensenetBlock>(inputs, { name: 'an image does not depend on the others' }),
    heightLikeWidth<Arguments>(
      'height and width are alike: transposing images and kernels transposes the result',
      inputs,
      ([x, layers]) => [x.map(transposed), layers.map(exchanged)],
    ),
  ],

  misconceptions,

  rounding: (r, x, layers) => {
    let a: ImagesOf<Rounded> = x;
    for (const layer of layers) a = joined(roundedFeatures(r, a, layer), a);
    return a as Rounded[][][][];
  },
};

/** How many channels the layers add. */
function growthOf(layers: readonly Layer[]): number {
  return layers.reduce((sum, { bias }) => sum + bias.length, 0);
}
