import fc from 'fast-check';
import { vggBlock as reference, vggBlockGradient } from '../../reference/convolution/vgg-block.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { mild, numbers, take } from '../inputs/inputs.ts';
import { variedImages, variedMatrix } from '../inputs/varied.ts';
import { sampleIndependence } from '../laws/sample-independence.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded } from '../rounding/rounding.ts';
import { last, nth } from '../values/nth.ts';
import { transposed } from '../values/transposed.ts';
import { numbersOf } from '../values/tree.ts';
import type { Images } from '../values/value.ts';
import { blockHardCases, blockImages, exchanged, identity, LAYER, layerShapes } from './shared/block-inputs.ts';
import { imagesOf, kernelScale, layerOf, settled, small } from './shared/feature-inputs.ts';
import { heightLikeWidth } from './shared/image-laws.ts';
import { type ImagesOf, imageSize } from './shared/padded-images.ts';
import type { Layer } from './shared/plain-features.ts';
import { roundedFeatures } from './shared/rounded-features.ts';
import { image, kernel } from './shared/single-channel.ts';
import { misconceptions } from './vgg-block.misconceptions.ts';

export type VggBlock = (x: Images, layers: Layer[]) => Images;
type Arguments = Parameters<VggBlock>;

const blocks = (element: fc.Arbitrary<number>, scale: fc.Arbitrary<number>): fc.Arbitrary<Arguments> =>
  fc.tuple(blockImages(2), layerShapes, numbers(element, 61), scale).map(([shape, shapes, drawn, factor]) => {
    const fill = take(drawn);
    let before = shape.channels;
    const x = imagesOf(fill, shape);
    const layers = shapes.map(({ taps, filters }) => {
      const layer = layerOf(fill, taps, before, filters, factor);
      before = filters;
      return layer;
    });
    return [x, layers];
  });

const inputs = blocks(mild, kernelScale);

export const vggBlock: Entry<VggBlock> = {
  id: 'vggBlock',
  lecture: 5,
  title: 'Block of a VGG network',
  latex: String.raw`y = \mathrm{maxpool}_{2 \times 2}(a^{(L)}), \qquad a^{(l)} = \mathrm{relu}(k^{(l)} * a^{(l-1)} + b^{(l)})`,
  source: [
    'Simonyan, Zisserman (2015), Very Deep Convolutional Networks for Large-Scale Image Recognition, section 2',
    'Lecture 5',
  ],
  parameters: { x: is.images(), layers: is.list(LAYER) },
  result: is.images(),

  reference,
  accelerated: () => import('../../accelerated/convolution/vgg-block.ts'),
  gradient: {
    wrt: ['x', 'layers'],
    reference: vggBlockGradient,
    inputs: blocks(small, fc.constantFrom(0.5, 0.25)).filter(([x, layers]) => clearOfKinksAndTies(x, layers)),
    kinks: {
      'all zeros': 'relu bends at drives of exactly 0',
      'equal pixels': 'each of several largest pixels may be the one that counts; the convention is the first',
    },
  },

  inputs,

  edges: {
    'one window, one weight': [image([1, 4], [3, 2]), [{ kernel: kernel([10]), bias: [0.5] }]],
    'nothing positive': [image([1, 4], [3, 2]), [{ kernel: kernel([-10]), bias: [0.5] }]],
    'an odd row and an odd column': [image(...variedMatrix(3, 5)), [{ kernel: kernel([1.5]), bias: [0.25] }]],
    'an even kernel that reaches into what is dropped': [
      image([1, 2, 3], [4, 5, 6], [7, 8, 9]),
      [{ kernel: kernel([1, 10], [100, 1000]), bias: [0] }],
    ],
    'two layers of two channels, two images': [
      variedImages(2, 4, 4, 2),
      [
        { kernel: variedImages(3, 3, 2, 2, 3), bias: [0.5, 0.3125] },
        { kernel: variedImages(2, 3, 2, 1, 5), bias: [0.1875] },
      ],
    ],
    'three layers': [
      image([0.5, -1.5, 2], [1.25, 0.25, -0.5]),
      [
        { kernel: kernel([1, -1]), bias: [0.3125] },
        { kernel: [[[[1, -2]]]], bias: [0.1875, 4] },
        { kernel: [[[[0.5], [0.25]]]], bias: [0.0625] },
      ],
    ],
    'all zeros': [image([0, 0], [0, 0]), [{ kernel: kernel([0]), bias: [0] }]],
    'equal pixels': [image([2, 2], [2, 2]), [{ kernel: kernel([1]), bias: [0.5] }]],
    decimals: [image([0.1, -0.7], [0.3, 1.1]), [{ kernel: kernel([0.9]), bias: [0.2] }]],
  },
  illegal: {
    'images of one row': { args: [image([1, 2]), [{ kernel: kernel([1]), bias: [0] }]], names: 'x' },
    'images of one column': { args: [image([1], [2]), [{ kernel: kernel([1]), bias: [0] }]], names: 'x' },
    'channels of the images differ': {
      args: [image([1, 2], [3, 4]), [{ kernel: [[[[1], [2]]]], bias: [0] }]],
      names: 'layers[0].kernel',
    },
    'second layer does not follow the first': {
      args: [
        image([1, 2], [3, 4]),
        [
          { kernel: [[[[1, 2]]]], bias: [0, 0] },
          { kernel: kernel([1]), bias: [0] },
        ],
      ],
      names: 'layers[1].kernel',
    },
    'a bias too many': {
      args: [image([1, 2], [3, 4]), [{ kernel: kernel([1]), bias: [0, 0] }]],
      names: 'layers[0].bias',
    },
  },
  hardCases: {
    ...blockHardCases<Arguments>((_x, layers) => layers),
    'a row that is dropped': (x) => imageSize(x)[0] % 2 === 1,
    'a column that is dropped': (x) => imageSize(x)[1] % 2 === 1,
  },

  worked: [
    {
      name: 'one window',
      origin: 'by hand: 10 times the largest of 1, 4, 3, 2, and 0.5',
      args: [image([1, 4], [3, 2]), [{ kernel: kernel([10]), bias: [0.5] }]],
      expected: image([40.5]),
    },
    {
      name: 'a negative weight',
      origin: 'by hand: 25 - 10 times the smallest of 1, 4, 3, 2',
      args: [image([1, 4], [3, 2]), [{ kernel: kernel([-10]), bias: [25] }]],
      expected: image([15]),
    },
    {
      name: 'two layers',
      origin: 'by hand: relu(1 - x) is 0, 2, 0, 4 and 0, 1, 3, 0; minus 1 + 5 times it is 5, 3, 5, 1 and 5, 4, 2, 5',
      args: [
        image([1, -1, 2, -3], [4, 0, -2, 1]),
        [
          { kernel: kernel([-1]), bias: [1] },
          { kernel: kernel([-1]), bias: [5] },
        ],
      ],
      expected: image([5, 5]),
    },
  ],

  laws: [
    law('the result is never negative', fc.tuple(inputs), async (vggBlock, args) => {
      const smallest = Math.min(...numbersOf(await vggBlock(...args)));
      expectThat(smallest >= 0, `got ${smallest}`);
    }),
    law(
      'it has half of the rows and columns, rounded down, and the channels of the last layer',
      fc.tuple(inputs),
      async (vggBlock, [x, layers]) => {
        const [height, width] = imageSize(x);
        const y = await vggBlock(x, layers);
        const shape = [y.length, ...imageSize(y)].join(', ');
        const expected = [x.length, height >> 1, width >> 1, last(layers).bias.length].join(', ');
        expectThat(shape === expected, `got shape ${shape}, not ${expected}`);
      },
    ),
    law(
      'a layer that changes nothing leaves the largest pixel of each 2x2, if it is positive',
      fc.tuple(inputs),
      async (vggBlock, [x]) => {
        const args: Arguments = [x, [identity(imageSize(x)[2])]];
        const largest = x.map((rows) =>
          pairs(rows).map(([upper, lower]) =>
            pairs(upper.map((pixel, j) => pixel.map((p, c) => Math.max(0, p, nth(nth(lower, j), c))))).map(([a, b]) =>
              a.map((p, c) => Math.max(p, nth(b, c))),
            ),
          ),
        );
        expectClose(await vggBlock(...args), largest, vggBlock.allowed(...args));
      },
    ),
    law('a layer that changes nothing may follow', fc.tuple(inputs), async (vggBlock, [x, layers]) => {
      const longer: Arguments = [x, [...layers, identity(last(layers).bias.length)]];
      const [usual, same] = [vggBlock.allowed(x, layers), vggBlock.allowed(...longer)];
      expectClose(await vggBlock(...longer), await vggBlock(x, layers), usual, same);
    }),
    law('layers without biases pass on twice the pixels twice as large', fc.tuple(inputs), async (f, [x, layers]) => {
      const unbiased = layers.map(({ kernel: k, bias }) => ({ kernel: k, bias: bias.map(() => 0) }));
      const twice = x.map((rows) => rows.map((row) => row.map((pixel) => pixel.map((p) => 2 * p))));
      const once = await f(x, unbiased);
      const expected = once.map((rows) => rows.map((row) => row.map((pixel) => pixel.map((p) => 2 * p))));
      const [allowed, same] = [f.allowed(twice, unbiased), f.allowed(x, unbiased)];
      expectClose(await f(twice, unbiased), expected, allowed, same, same);
    }),
    sampleIndependence<VggBlock>(inputs, { name: 'an image does not depend on the others' }),
    heightLikeWidth<Arguments>(
      'height and width are alike: transposing images and kernels transposes the result',
      inputs,
      ([x, layers]) => [x.map(transposed), layers.map(exchanged)],
    ),
  ],

  misconceptions,

  rounding: (r, x, layers) => {
    let a: ImagesOf<Rounded> = x;
    for (const layer of layers) a = roundedFeatures(r, a, layer);
    return a.map((rows) =>
      pairs(rows).map(([upper, lower]) =>
        pairs(upper.map((pixel, j) => pixel.map((p, c) => [p, nth(nth(lower, j), c)]))).map(([left, right]) =>
          left.map(([above, below], c) => {
            const [aboveRight, belowRight] = nth(right, c);
            return r.max([above, aboveRight, below, belowRight] as Rounded[]);
          }),
        ),
      ),
    );
  },
};

/** The first and second entry, the third and fourth, and so on; what is left over is dropped. */
function pairs<T>(list: readonly T[]): [T, T][] {
  return Array.from({ length: list.length >> 1 }, (_, i) => [nth(list, 2 * i), nth(list, 2 * i + 1)]);
}

/** Whether a step of central differences brings no drive to the other side of 0, and no other pixel of a window to the top. */
function clearOfKinksAndTies(x: Images, layers: readonly Layer[]): boolean {
  const out = settled(
    x,
    layers.map((layer) => ({ layer })),
  );
  if (out === null) return false;
  const windows = out.result.flatMap((rows) =>
    pairs(rows).flatMap(([upper, lower]) =>
      pairs(upper.map((pixel, j) => pixel.map((p, c) => [p, nth(nth(lower, j), c)]))).flatMap(([left, right]) =>
        left.map((pixels, c) => [...pixels, ...nth(right, c)].sort((a, b) => b - a)),
      ),
    ),
  );
  // Pixels that relu made 0 stay 0 together.
  return windows.every(([first = 0, second = 0]) => first === 0 || first - second > 2 * out.moved);
}
