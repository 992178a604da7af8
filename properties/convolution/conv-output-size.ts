import fc from 'fast-check';
import {
  type AxisPadding,
  type ConvOutputSizeOptions,
  convOutputSize as reference,
} from '../../reference/convolution/conv-output-size.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { given, options, size } from '../inputs/inputs.ts';
import { completeOptions } from '../parameters/completed.ts';
import * as is from '../parameters/parameter.ts';
import { misconceptions } from './conv-output-size.misconceptions.ts';
import { windowStarts } from './shared/padded-images.ts';

export type ConvOutputSize = (size: number, kernel: number, options?: ConvOutputSizeOptions) => number;

const OPTIONS = is.options({
  stride: is.integer(1, { default: 1, mostTried: 256 }),
  dilation: is.integer(1, { default: 1, mostTried: 256 }),
  padding: is.choice(['valid', 'same'], {
    default: 'valid',
    orRecord: is.record({ before: is.integer(0, { mostTried: 256 }), after: is.integer(0, { mostTried: 256 }) }),
  }),
});

/** Options with their defaults. */
function complete({ padding, ...others }: ConvOutputSizeOptions = {}): Required<ConvOutputSizeOptions> {
  return { ...completeOptions(OPTIONS, others), ...(padding === undefined ? {} : { padding }) };
}

const numbered = fc.record({ before: fc.nat(3), after: fc.nat(3) });
const padding = fc.constantFrom('valid' as const, 'same' as const, 'same' as const);

/** Elements beyond the kernel, often so few that a kernel under 'same' reaches beyond the axis. */
const spare = fc.oneof({ arbitrary: fc.nat(12), weight: 2 }, { arbitrary: fc.nat(2), weight: 1 });

/** Axes on which the kernel fits: what is drawn is the number of elements beyond it. */
const drawn = (around: fc.Arbitrary<AxisPadding>): fc.Arbitrary<Parameters<ConvOutputSize>> =>
  fc
    .tuple(
      spare,
      size(5),
      options<Required<ConvOutputSizeOptions>>({ stride: size(4), dilation: size(3), padding: around }),
    )
    .map(([beside, kernel, chosen]) => {
      const { dilation, padding } = complete(chosen);
      const least = padding === 'same' ? 1 : (kernel - 1) * dilation + 1;
      return given(least + beside, kernel, chosen);
    });

const inputs = drawn(padding);

export const convOutputSize: Entry<ConvOutputSize> = {
  id: 'convOutputSize',
  lecture: 5,
  title: 'Output size of a convolution',
  latex: String.raw`o = \Bigl\lfloor \frac{n + p_{\text{before}} + p_{\text{after}} - (k - 1) d - 1}{s} \Bigr\rfloor + 1`,
  source: [
    'Dumoulin, Visin (2016), A guide to convolution arithmetic for deep learning, relationships 6 and 15',
    'Lecture 5',
  ],
  parameters: {
    size: is.integer(1, { mostTried: 256 }),
    kernel: is.integer(1, { mostTried: 256 }),
    options: OPTIONS,
  },
  result: is.number(),

  reference,

  inputs,
  extended: drawn(numbered),
  edges: {
    'one element, one tap': [1, 1],
    'kernel as long as the axis': [4, 4],
    'elements left over': [8, 3, { stride: 3 }],
    'a stride larger than the axis': [4, 3, { stride: 7 }],
    'stride and dilation': [20, 4, { stride: 3, dilation: 2 }],
    'an image of 224 by stride 2': [224, 7, { stride: 2, padding: 'same' }],
    "stride beyond the axis under 'same'": [3, 2, { stride: 4, padding: 'same' }],
    "kernel larger than the axis under 'same'": [2, 5, { padding: 'same' }],
    'one tap, dilated': [3, 1, { dilation: 3 }],
  },
  illegal: {
    'kernel larger than the axis': { args: [3, 4], names: 'kernel' },
    'dilated kernel larger than the axis': { args: [4, 3, { dilation: 2 }], names: 'kernel' },
    'kernel larger than the padded axis': { args: [2, 5, { padding: { before: 1, after: 1 } }], names: 'kernel' },
    'a third side of padding': {
      args: [3, 1, { padding: { before: 1, after: 1, top: 1 } }],
      names: 'a key of options.padding',
    },
  },
  hardCases: {
    'elements left over': (n, k, o) => {
      const { stride, dilation, padding } = complete(o);
      return padding === 'valid' && (n - (k - 1) * dilation - 1) % stride > 0;
    },
    "'same' with a stride that does not divide": (n, _k, o) => o?.padding === 'same' && n % complete(o).stride > 0,
    "'same' with a kernel larger than the axis": (n, k, o) => o?.padding === 'same' && k > n,
    'a stride above 1 under valid': (_n, _k, o) => o?.padding !== 'same' && complete(o).stride > 1,
    'one tap': (_n, k) => k === 1,
    dilated: (_n, k, o) => k > 1 && complete(o).dilation > 1,
    'one window': (n, k, o) => o?.padding === undefined && n === (k - 1) * complete(o).dilation + 1,
  },

  worked: [
    {
      name: 'no padding, stride 2',
      origin: 'Dumoulin, Visin (2016), figure 2.5: i = 5, k = 3, s = 2, p = 0',
      args: [5, 3, { stride: 2 }],
      expected: 2,
    },
    {
      name: 'half padding',
      origin: 'Dumoulin, Visin (2016), figure 2.3: i = 5, k = 3, s = 1, p = 1',
      args: [5, 3, { padding: { before: 1, after: 1 } }],
      expected: 5,
    },
    {
      name: 'an odd size at stride 2',
      origin: 'Dumoulin, Visin (2016), figure 2.7: i = 6, k = 3, s = 2, p = 1',
      args: [6, 3, { stride: 2, padding: { before: 1, after: 1 } }],
      expected: 3,
    },
    {
      name: 'dilation 2',
      origin: 'Dumoulin, Visin (2016), figure 5.1: i = 7, k = 3, d = 2, s = 1, p = 0',
      args: [7, 3, { dilation: 2 }],
      expected: 3,
    },
  ],

  laws: [
    law('the last window lies within the axis, and one more would not', fc.tuple(inputs), async (f, [n, k, o]) => {
      const { stride, dilation } = complete(o);
      // An axis that is longer by the kernel holds it, whatever was drawn.
      const axis = n + k * dilation;
      const windows = await f(axis, k, { stride, dilation, padding: 'valid' });
      const last = (windows - 1) * stride + (k - 1) * dilation;
      expectThat(last < axis, `window ${windows} ends at element ${last} of ${axis}`);
      expectThat(
        last + stride >= axis,
        `after window ${windows}, one more ends at element ${last + stride} of ${axis}`,
      );
    }),
    law("'same' has ceil(size / stride) windows", fc.tuple(inputs), async (f, [n, k, o]) => {
      const windows = await f(n, k, { ...o, padding: 'same' });
      const begun = Array.from({ length: n }, (_, i) => i).filter((i) => i % complete(o).stride === 0).length;
      expectClose(windows, begun, 0);
    }),
    law('a dilated kernel covers what a longer one without dilation does', fc.tuple(inputs), async (f, [n, k, o]) => {
      const longer = (k - 1) * complete(o).dilation + 1;
      expectClose(await f(...given(n, k, o)), await f(n, longer, { ...o, dilation: 1 }), 0);
    }),
    law('a stride of s keeps every s-th window', fc.tuple(inputs), async (f, [n, k, o]) => {
      const all = await f(n, k, { ...o, stride: 1 });
      const kept = Array.from({ length: all }, (_, i) => i).filter((i) => i % complete(o).stride === 0).length;
      expectClose(await f(...given(n, k, o)), kept, 0);
    }),
    law(
      'padding by number counts as elements of the axis',
      fc.tuple(inputs, numbered),
      async (f, [n, k, o], around) => {
        const large = n + k * complete(o).dilation;
        const written = await f(large + around.before + around.after, k, { ...o, padding: 'valid' });
        expectClose(await f(large, k, { ...o, padding: around }), written, 0);
      },
      { extended: true },
    ),
  ],

  misconceptions,

  errata: [
    {
      where: 'lecture 5, kernel extent',
      printed: 'max - min',
      holds: 'max - min + 1',
      variant: {
        implementation: (n, k, { stride, dilation }) => Math.floor((n - (k - 1) * dilation) / stride) + 1,
        fails: [5, 3],
      },
    },
  ],

  rounding: (r, n, k, o) => {
    const [stride, dilation] = [o.stride.value, o.dilation.value];
    const { padding } = o;
    if (padding === 'same') return r.exact(windowStarts(n.value, 1, stride, 1).length);
    const zeros = typeof padding === 'object' ? padding.before.value + padding.after.value : 0;
    return r.exact(windowStarts(n.value + zeros, k.value, stride, dilation).length);
  },
};
