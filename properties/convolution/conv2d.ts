import fc from 'fast-check';
import { type Conv2dOptions, conv2dGradient, conv2d as reference } from '../../reference/convolution/conv2d.ts';
import type { Pair, Sliding } from '../../reference/convolution/shared/sliding-window.ts';
import type { CompleteForm, Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { given, grid } from '../inputs/inputs.ts';
import { sampleIndependence } from '../laws/sample-independence.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import { transposed } from '../values/transposed.ts';
import type { Images, Kernel, Vector } from '../values/value.ts';
import { edges, hardCases, illegal, worked } from './conv2d.cases.ts';
import { misconceptions } from './conv2d.misconceptions.ts';
import {
  CONV2D_OPTIONS,
  type Conv2dArguments,
  complete,
  conv2dInputs,
  furtherInputs,
  sides,
} from './shared/conv2d-inputs.ts';
import {
  additiveInImages,
  channelOf,
  exchangedPairs,
  heightLikeWidth,
  stridesSkipWindows,
  sumOverChannels,
} from './shared/image-laws.ts';
import {
  type ImagesOf,
  imageSize,
  loweredPair,
  paddedImages,
  surrounded,
  tapsOf,
  times,
  windowStarts,
} from './shared/padded-images.ts';
import { image, kernel } from './shared/single-channel.ts';

export type Conv2d = (x: Images, kernel: Kernel, bias: Vector, options?: Conv2dOptions) => Images;

const inputs = conv2dInputs();

export const conv2d: Entry<Conv2d> = {
  id: 'conv2d',
  lecture: 5,
  title: 'Conv2D layer',
  latex: String.raw`y_{nijo} = b_o + \sum_{u,v,c} k_{uvco} \, x_{n, \, i s_h + u d_h - p_t, \, j s_w + v d_w - p_l, \, c}`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, sections 9.1 and 9.5', 'Lecture 5'],
  parameters: {
    x: is.images(),
    kernel: is.kernel(),
    bias: is.vector(),
    options: CONV2D_OPTIONS,
  },
  result: is.images(),

  reference,
  accelerated: () => import('../../accelerated/convolution/conv2d.ts'),
  gradient: { wrt: ['x', 'kernel', 'bias'], reference: conv2dGradient },

  inputs,
  extended: furtherInputs,

  edges,
  illegal,
  hardCases,

  worked,

  laws: [
    law(
      'a kernel of a single 1 copies the pixels that its tap meets',
      fc.tuple(inputs, fc.nat(8), fc.nat(8)),
      async (conv2d, [x, k, , o], a, b) => {
        const [u, v] = [a % k.length, b % tapsOf(k)[1]];
        const one: Kernel = k.map((row, i) =>
          row.map((w, j) => w.map((_, c) => [i === u && j === v && c === 0 ? 1 : 0])),
        );
        const chosen = complete(o);
        const [dh, dw] = chosen.dilations;
        const padded = paddedImages(x, 0, tapsOf(k), chosen);
        const [rows, columns] = positions(padded, k, chosen);
        const copied = padded.map((image) =>
          rows.map((r) => columns.map((s) => [nth(nth(nth(image, r + u * dh), s + v * dw), 0)])),
        );
        const args = given(x, one, [0], o);
        expectClose(await conv2d(...args), copied, conv2d.allowed(...args));
      },
    ),
    law(
      "'same' is 'valid' on an image padded with zeros, the extra row and column at the bottom and right",
      fc.tuple(inputs),
      async (conv2d, [x, k, b, o]) => {
        const same: Conv2dArguments = [x, k, b, { ...o, padding: 'same' }];
        const padded = paddedImages(x, 0, tapsOf(k), complete(same[3]));
        const valid: Conv2dArguments = [padded, k, b, { ...o, padding: 'valid' }];
        expectClose(await conv2d(...same), await conv2d(...valid), conv2d.allowed(...same), conv2d.allowed(...valid));
      },
    ),
    law('a dilated kernel is one with zeros between its taps', fc.tuple(inputs), async (conv2d, args) => {
      const [x, k, b, o] = args;
      const spread: Conv2dArguments = [x, zerosBetween(k, complete(o).dilations), b, { ...o, dilations: [1, 1] }];
      expectClose(await conv2d(...args), await conv2d(...spread), conv2d.allowed(...args), conv2d.allowed(...spread));
    }),
    stridesSkipWindows<Conv2dArguments>(inputs, ([x, k, b, o]) => {
      const { strides, ...rest } = complete(o);
      const padded = paddedImages(x, 0, tapsOf(k), { strides, ...rest });
      return {
        strides,
        strided: [padded, k, b, { ...o, padding: 'valid' }],
        dense: [padded, k, b, { ...o, strides: [1, 1], padding: 'valid' }],
      };
    }),
    law('the bias is added to its channel', fc.tuple(inputs), async (conv2d, args) => {
      const without = withoutBias(args);
      const added = (await conv2d(...without)).map((image) =>
        image.map((row) => row.map((pixel) => pixel.map((value, c) => value + nth(args[2], c)))),
      );
      expectClose(await conv2d(...args), added, conv2d.allowed(...args), conv2d.allowed(...without));
    }),
    sumOverChannels(inputs, ([x, k, b, o], c) =>
      given(
        channelOf(x, c),
        k.map((row) => row.map((weights) => [nth(weights, c)])),
        c === 0 ? b : b.map(() => 0),
        o,
      ),
    ),
    additiveInImages(conv2dInputs(grid).map(withoutBias)),
    sampleIndependence<Conv2d>(inputs, { name: 'an image does not depend on the others' }),
    heightLikeWidth(
      'height and width are alike: transposing images and kernel transposes the result',
      inputs,
      ([x, k, b, o]) => given(x.map(transposed), transposed(k), b, o && exchangedPairs(o)),
    ),
    law(
      'padding by number is zeros written out around the image',
      fc.tuple(inputs, sides),
      async (conv2d, [x, k, b, o], padding) => {
        const large = paddedImages(x, 0, tapsOf(k), complete(o));
        const numbered: Conv2dArguments = [large, k, b, { ...o, padding }];
        const valid: Conv2dArguments = [surrounded(large, 0, padding), k, b, { ...o, padding: 'valid' }];
        expectClose(
          await conv2d(...numbered),
          await conv2d(...valid),
          conv2d.allowed(...numbered),
          conv2d.allowed(...valid),
        );
      },
      { extended: true },
    ),
  ],

  misconceptions,

  errata: [
    {
      where: 'lecture 5, the layer',
      printed: 'true convolution, the kernel flipped',
      holds: 'Conv2D layers cross-correlate',
      variant: { implementation: wrongly('kernel-flipped'), fails: [image([1, 2, 3]), kernel([1, 10]), [0]] },
    },
    {
      where: 'lecture 5, padding',
      printed: '(k - 1) / 2 zeros on either side',
      holds: 'only for odd k and stride 1',
      variant: {
        implementation: wrongly('padding-without-stride'),
        fails: [image([1, 2, 3, 4]), kernel([1, 10, 100]), [0], { strides: [1, 2], padding: 'same' }],
      },
    },
  ],

  rounding: (r, x, k, b, { strides, dilations, padding }) => {
    const chosen: Sliding = {
      strides: loweredPair(strides),
      dilations: loweredPair(dilations),
      padding:
        typeof padding === 'string'
          ? padding
          : {
              top: padding.top.value,
              bottom: padding.bottom.value,
              left: padding.left.value,
              right: padding.right.value,
            },
    };
    const padded = paddedImages(x, r.exact(0), tapsOf(k), chosen);
    const [rows, columns] = positions(padded, k, chosen);
    const [dh, dw] = chosen.dilations;
    const one = r.exact(1);
    return padded.map((image) =>
      rows.map((top) =>
        columns.map((left) =>
          b.map((bias, channel) => {
            const pixels = k.flatMap((row, u) => row.flatMap((_, v) => image[top + u * dh]?.[left + v * dw] ?? []));
            const weights = k.flatMap((row) => row.flatMap((into) => into.map((out) => nth(out, channel))));
            return r.dot([...pixels, bias], [...weights, one]);
          }),
        ),
      ),
    );
  },
};

function withoutBias([x, k, b, o]: Conv2dArguments): Conv2dArguments {
  return given(
    x,
    k,
    b.map(() => 0),
    o,
  );
}

/** The first rows and the first columns of the windows over images whose padding is written out. */
function positions(
  images: ImagesOf<unknown>,
  kernel: readonly (readonly unknown[])[],
  { strides, dilations }: Sliding,
): [rows: number[], columns: number[]] {
  const [kh, kw] = tapsOf(kernel);
  const [height, width] = imageSize(images);
  return [windowStarts(height, kh, strides[0], dilations[0]), windowStarts(width, kw, strides[1], dilations[1])];
}

function zerosBetween(kernel: Kernel, [dh, dw]: Pair): Kernel {
  const [kh, kw] = tapsOf(kernel);
  const none = nth(nth(kernel, 0), 0).map((out) => out.map(() => 0));
  return times((kh - 1) * dh + 1, (u) =>
    times((kw - 1) * dw + 1, (v) => (u % dh === 0 && v % dw === 0 ? nth(nth(kernel, u / dh), v / dw) : none)),
  );
}

/** The misconception of this name, which the notes print. */
function wrongly(name: string): CompleteForm<Conv2d> {
  return (...args) => {
    const result = misconceptions.find(({ id }) => id === `conv2d/${name}`)?.implementation(...args);
    if (!result) throw new Error(`conv2d/${name} is missing, or cannot be computed at ${JSON.stringify(args)}`);
    return result;
  };
}
