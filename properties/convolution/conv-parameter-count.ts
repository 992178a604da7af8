import fc from 'fast-check';
import {
  type ConvParameterCountOptions,
  convParameterCount as reference,
} from '../../reference/convolution/conv-parameter-count.ts';
import type { Pair } from '../../reference/convolution/shared/sliding-window.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { given, options, size } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import { misconceptions } from './conv-parameter-count.misconceptions.ts';

export type ConvParameterCount = (
  kernel: Pair,
  channels: number,
  filters: number,
  options?: ConvParameterCountOptions,
) => number;

const pair: fc.Arbitrary<Pair> = fc.tuple(size(7), size(7));
const chosen = options<Required<ConvParameterCountOptions>>({ bias: fc.boolean() });

const inputs: fc.Arbitrary<Parameters<ConvParameterCount>> = fc
  .tuple(pair, size(20), size(20), chosen)
  .map(([kernel, channels, filters, drawn]) => given(kernel, channels, filters, drawn));

export const convParameterCount: Entry<ConvParameterCount> = {
  id: 'convParameterCount',
  lecture: 5,
  title: 'Parameters of a convolutional layer',
  latex: String.raw`P = F (k_h k_w C + 1)`,
  source: [
    'Goodfellow, Bengio, Courville (2016), Deep Learning, section 9.2',
    'He et al. (2016), Deep Residual Learning for Image Recognition, figure 5',
    'Lecture 5',
  ],
  parameters: {
    kernel: is.pair(1),
    channels: is.integer(1),
    filters: is.integer(1),
    options: is.options({ bias: is.boolean({ default: true }) }),
  },
  result: is.number(),

  reference,

  inputs,
  edges: {
    'one of everything': [[1, 1], 1, 1],
    'one of everything, without bias': [[1, 1], 1, 1, { bias: false }],
    'a kernel of one row': [[1, 7], 3, 2],
    'a kernel of one column': [[7, 1], 3, 2],
    'one channel': [[4, 3], 1, 6],
    'one filter': [[3, 4], 5, 1],
    'as many filters as channels': [[3, 3], 8, 8],
    'without bias': [[5, 2], 4, 3, { bias: false }],
    'three colours': [[11, 11], 3, 96],
  },
  illegal: {},
  hardCases: {
    'a kernel that is not square': ([kh, kw]) => kh !== kw,
    'a square kernel above 1': ([kh, kw]) => kh > 1 && kh === kw,
    '1x1': ([kh, kw]) => kh === 1 && kw === 1,
    'one channel': (_k, channels) => channels === 1,
    'one filter': (_k, _c, filters) => filters === 1,
    'channels and filters that differ': (_k, channels, filters) => channels !== filters,
    'without bias': (_k, _c, _f, o) => o?.bias === false,
    'with a bias that is asked for': (_k, _c, _f, o) => o?.bias === true,
  },

  worked: [
    {
      name: 'down to 64 channels by 1x1',
      origin: 'lecture 5, the bottleneck: 64 (256 + 1)',
      args: [[1, 1], 256, 64],
      expected: 16448,
    },
    {
      name: 'back to 256 channels by 3x3',
      origin: 'lecture 5, the bottleneck: 256 (9 * 64 + 1)',
      args: [[3, 3], 64, 256],
      expected: 147712,
    },
    {
      name: '256 channels by 3x3 without a bottleneck',
      origin: 'lecture 5, the bottleneck: 256 (9 * 256 + 1)',
      args: [[3, 3], 256, 256],
      expected: 590080,
    },
    {
      name: 'not square, without bias',
      origin: 'by hand: 2 * 3 * 4 weights for each of 5 filters',
      args: [[2, 3], 4, 5, { bias: false }],
      expected: 120,
    },
  ],

  laws: [
    law(
      'each filter has a weight for each tap and channel, and one bias',
      fc.tuple(inputs),
      async (count, [kernel, channels, filters, o]) => {
        let parameters = 0;
        for (let filter = 0; filter < filters; filter++) {
          for (let row = 0; row < kernel[0]; row++) parameters += kernel[1] * channels;
          if (o?.bias !== false) parameters += 1;
        }
        expectClose(await count(...given(kernel, channels, filters, o)), parameters, 0);
      },
    ),
    law('the biases are one for each filter', fc.tuple(inputs), async (count, [kernel, channels, filters]) => {
      const without = await count(kernel, channels, filters, { bias: false });
      expectClose(await count(kernel, channels, filters, { bias: true }), without + filters, 0);
      expectClose(await count(kernel, channels, filters), without + filters, 0);
    }),
    law('filters count alike', fc.tuple(inputs), async (count, [kernel, channels, filters, o]) => {
      const one = await count(...given(kernel, channels, 1, o));
      expectClose(await count(...given(kernel, channels, filters, o)), filters * one, 0);
    }),
    law('rows and columns of the kernel may change places', fc.tuple(inputs), async (count, [[kh, kw], ...rest]) => {
      expectClose(await count([kw, kh], ...rest), await count([kh, kw], ...rest), 0);
    }),
    law(
      'twice the channels are twice the weights, and as many biases',
      fc.tuple(inputs),
      async (count, [kernel, channels, filters]) => {
        const weights = await count(kernel, channels, filters, { bias: false });
        expectClose(await count(kernel, 2 * channels, filters), 2 * weights + filters, 0);
      },
    ),
  ],

  misconceptions,

  // Without the bias, and then as many more as there are filters.
  rounding: (r, [kh, kw], channels, filters, { bias }) => {
    const weights = filters.value * channels.value * kw.value * kh.value;
    return r.exact(bias ? weights + filters.value : weights);
  },
};
