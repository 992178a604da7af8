import fc from 'fast-check';
import { bottleneckGradient, bottleneck as reference } from '../../reference/convolution/bottleneck.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { mild, numbers, size, take } from '../inputs/inputs.ts';
import { sampleIndependence } from '../laws/sample-independence.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import { transposed } from '../values/transposed.ts';
import { mapNumbers, numbersOf } from '../values/tree.ts';
import type { Images } from '../values/value.ts';
import { edges, illegal, worked } from './bottleneck.cases.ts';
import { misconceptions } from './bottleneck.misconceptions.ts';
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
import { metBy } from './shared/feature-laws.ts';
import { heightLikeWidth } from './shared/image-laws.ts';
import { imageSize, tapsOf } from './shared/padded-images.ts';
import { type Layer, plainFeatures, rectified } from './shared/plain-features.ts';
import { roundedFeatures } from './shared/rounded-features.ts';

export type Bottleneck = (x: Images, reduce: Layer, conv: Layer) => Images;
type Arguments = Parameters<Bottleneck>;

const bottlenecks = (element: fc.Arbitrary<number>, scale: fc.Arbitrary<number>): fc.Arbitrary<Arguments> =>
  fc
    .tuple(featureShapes, size(3), size(3), numbers(element, 67), scale)
    .map(([shape, reduced, filters, drawn, factor]) => {
      const fill = take(drawn);
      return [
        imagesOf(fill, shape),
        layerOf(fill, [1, 1], shape.channels, reduced, factor),
        layerOf(fill, shape.taps, reduced, filters, factor),
      ];
    });

const inputs = bottlenecks(mild, kernelScale);

/** The reduction of so many channels to their first. */
const firstOf = (channels: number): Layer => ({
  kernel: [[Array.from({ length: channels }, (_, c) => [c === 0 ? 1 : 0])]],
  bias: [0],
});

export const bottleneck: Entry<Bottleneck> = {
  id: 'bottleneck',
  lecture: 5,
  title: 'Bottleneck',
  latex: String.raw`y = \mathrm{relu}(k^{(2)} * \mathrm{relu}(k^{(1)} * x + b^{(1)}) + b^{(2)})`,
  source: [
    'Szegedy et al. (2015), Going Deeper with Convolutions, section 4',
    'He et al. (2016), Deep Residual Learning for Image Recognition, figure 5',
    'Lecture 5',
  ],
  parameters: {
    x: is.images(),
    reduce: is.record({ kernel: is.kernel(), bias: is.vector() }, { name: 'Layer' }),
    conv: is.record({ kernel: is.kernel(), bias: is.vector() }, { name: 'Layer' }),
  },
  result: is.images(),

  reference,
  accelerated: () => import('../../accelerated/convolution/bottleneck.ts'),
  gradient: {
    wrt: ['x', 'reduce', 'conv'],
    reference: bottleneckGradient,
    inputs: bottlenecks(small, fc.constantFrom(1, 0.5)).filter(([x, reduce, conv]) => clearOfKinks(x, [reduce, conv])),
    kinks: {
      'all zeros': 'relu bends at drives of exactly 0',
      'drives of 0': 'relu bends at drives of exactly 0',
    },
  },

  inputs,

  edges,
  illegal,
  hardCases: {
    ...featureHardCases<Arguments>((_x, _reduce, conv) => conv),
    'fewer channels in between': (x, { bias }) => bias.length < imageSize(x)[2],
    'more channels in between': (x, { bias }) => bias.length > imageSize(x)[2],
    'relu that cuts in between': (x, reduce) => drivesOfBothSigns(x, reduce),
    'relu that cuts at the end': (x, reduce, conv) => drivesOfBothSigns(plainFeatures(x, reduce), conv),
    'a bias of the reduction above 0': (_x, { bias }) => bias.some((b) => b > 0),
  },

  worked,

  laws: [
    law('the result is never negative', fc.tuple(inputs), async (bottleneck, args) => {
      const smallest = Math.min(...numbersOf(await bottleneck(...args)));
      expectThat(smallest >= 0, `got ${smallest}`);
    }),
    law(
      'after a reduction that keeps the first channel, a kernel of a single 1 gives the pixels that its tap meets, where they are positive',
      fc.tuple(inputs, fc.nat(8), fc.nat(8)),
      async (bottleneck, [x, , { kernel: taps }], a, b) => {
        const [kh, kw] = tapsOf(taps);
        const [u, v] = [a % kh, b % kw];
        const one: Layer = {
          kernel: taps.map((row, i) => row.map((_, j) => [[i === u && j === v ? 1 : 0]])),
          bias: [0],
        };
        const args: Arguments = [x, firstOf(imageSize(x)[2]), one];
        const met = metBy(x, u - ((kh - 1) >> 1), v - ((kw - 1) >> 1), 1);
        expectClose(await bottleneck(...args), rectified(met), bottleneck.allowed(...args));
      },
    ),
    law(
      'twice the reduction and half of the kernel after it change nothing',
      fc.tuple(inputs),
      async (bottleneck, [x, reduce, conv]) => {
        const other: Arguments = [
          x,
          { kernel: mapNumbers(reduce.kernel, (w) => 2 * w), bias: reduce.bias.map((b) => 2 * b) },
          { kernel: mapNumbers(conv.kernel, (w) => w / 2), bias: conv.bias },
        ];
        const [usual, same] = [bottleneck.allowed(x, reduce, conv), bottleneck.allowed(...other)];
        expectClose(await bottleneck(...other), await bottleneck(x, reduce, conv), usual, same);
      },
    ),
    law(
      'reduced channels may change places when their weights do',
      fc.tuple(inputs),
      async (bottleneck, [x, reduce, conv]) => {
        const other: Arguments = [
          x,
          {
            kernel: reduce.kernel.map((row) => row.map((into) => into.map((out) => out.toReversed()))),
            bias: reduce.bias.toReversed(),
          },
          { kernel: conv.kernel.map((row) => row.map((into) => into.toReversed())), bias: conv.bias },
        ];
        const [usual, same] = [bottleneck.allowed(x, reduce, conv), bottleneck.allowed(...other)];
        expectClose(await bottleneck(...other), await bottleneck(x, reduce, conv), usual, same);
      },
    ),
    law(
      'where the reduction gives the same positive number everywhere, taps beyond the image add nothing',
      fc.tuple(inputs),
      async (bottleneck, [x, , { kernel: taps }]) => {
        const [kh, kw] = tapsOf(taps);
        const one = taps.map((row) => row.map(() => [[1]]));
        const constant: Layer = { kernel: [[Array.from({ length: imageSize(x)[2] }, () => [0])]], bias: [2] };
        const args: Arguments = [x, constant, { kernel: one, bias: [0] }];
        const inside = (at: number, count: number, length: number): number =>
          Array.from({ length: count }, (_, t) => at + t - ((count - 1) >> 1)).filter((i) => i >= 0 && i < length)
            .length;
        const counted = x.map((rows) =>
          rows.map((row, i) => row.map((_, j) => [2 * inside(i, kh, rows.length) * inside(j, kw, row.length)])),
        );
        expectClose(await bottleneck(...args), counted, bottleneck.allowed(...args));
      },
    ),
    law('a filter does not depend on the others', fc.tuple(inputs), async (bottleneck, [x, reduce, conv]) => {
      const together = await bottleneck(x, reduce, conv);
      for (const [o, b] of conv.bias.entries()) {
        const alone: Layer = {
          kernel: conv.kernel.map((row) => row.map((into) => into.map((out) => [nth(out, o)]))),
          bias: [b],
        };
        const channel = together.map((rows) => rows.map((row) => row.map((pixel) => [nth(pixel, o)])));
        const allowed = bottleneck.allowed(x, reduce, alone);
        expectClose(await bottleneck(x, reduce, alone), channel, allowed, allowed);
      }
    }),
    sampleIndependence<Bottleneck>(inputs, { name: 'an image does not depend on the others' }),
    heightLikeWidth<Arguments>(
      'height and width are alike: transposing images and kernel transposes the result',
      inputs,
      ([x, reduce, conv]) => [x.map(transposed), reduce, { kernel: transposed(conv.kernel), bias: conv.bias }],
    ),
  ],

  misconceptions,

  rounding: (r, x, reduce, conv) => roundedFeatures(r, roundedFeatures(r, x, reduce), conv),
};
