import fc from 'fast-check';
import { samePadding as reference, type SamePaddingOptions } from '../../reference/convolution/same-padding.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { given, options, size } from '../inputs/inputs.ts';
import { completeOptions } from '../parameters/completed.ts';
import * as is from '../parameters/parameter.ts';
import { misconceptions } from './same-padding.misconceptions.ts';

export type SamePadding = (
  size: number,
  kernel: number,
  options?: SamePaddingOptions,
) => { before: number; after: number };

const OPTIONS = is.options({
  stride: is.integer(1, { default: 1, mostTried: 256 }),
  dilation: is.integer(1, { default: 1, mostTried: 256 }),
});

/** Options with their defaults. */
const complete = (chosen: SamePaddingOptions | undefined): Required<SamePaddingOptions> =>
  completeOptions(OPTIONS, chosen);

const inputs: fc.Arbitrary<Parameters<SamePadding>> = fc
  .tuple(size(40), size(6), options<Required<SamePaddingOptions>>({ stride: size(5), dilation: size(3) }))
  .map(([n, kernel, chosen]) => given(n, kernel, chosen));

export const samePadding: Entry<SamePadding> = {
  id: 'samePadding',
  lecture: 5,
  title: "Zeros of 'same' padding",
  latex: String.raw`p = \max\Bigl( \Bigl( \Bigl\lceil \frac{n}{s} \Bigr\rceil - 1 \Bigr) s + (k - 1) d + 1 - n,\; 0 \Bigr)`,
  source: [
    'Dumoulin, Visin (2016), A guide to convolution arithmetic for deep learning, section 2.2.1',
    'TensorFlow, tf.nn.convolution, "SAME"',
    'Lecture 5',
  ],
  parameters: {
    size: is.integer(1, { mostTried: 256 }),
    kernel: is.integer(1, { mostTried: 256 }),
    options: OPTIONS,
  },
  result: is.record({ before: is.integer(0), after: is.integer(0) }),

  reference,

  inputs,
  edges: {
    'one element, one tap': [1, 1],
    'odd kernel': [5, 3],
    'even kernel': [5, 4],
    'stride 2, even size': [4, 3, { stride: 2 }],
    'stride 2, odd size': [5, 3, { stride: 2 }],
    'windows that end before the axis does': [6, 1, { stride: 3 }],
    'kernel larger than the axis': [2, 6],
    'dilated, even kernel': [5, 2, { dilation: 3 }],
  },
  illegal: {},
  hardCases: {
    'an odd number of zeros': (n, k, o) => (zerosNeeded(n, k, o) + 1000) % 2 === 1 && zerosNeeded(n, k, o) > 0,
    'windows that end before the axis does': (n, k, o) => zerosNeeded(n, k, o) < 0,
    'a stride that takes zeros away': (n, k, o) =>
      Math.max(zerosNeeded(n, k, o), 0) !== zerosNeeded(n, k, { ...o, stride: 1 }),
    'kernel larger than the axis': (n, k) => k > n,
    dilated: (_n, k, o) => k > 1 && complete(o).dilation > 1,
    'one tap': (_n, k) => k === 1,
  },

  worked: [
    {
      name: 'odd kernel, stride 1',
      origin: 'Dumoulin, Visin (2016), relationship 3: p = floor(k / 2) on either side',
      args: [5, 3],
      expected: { before: 1, after: 1 },
    },
    {
      name: 'even kernel, stride 1',
      origin: 'by hand: 4 taps reach 3 elements beyond',
      args: [5, 4],
      expected: { before: 1, after: 2 },
    },
    {
      name: 'stride 2, even size',
      origin: 'by hand: windows at 0 and 2 of 4 elements, the second reaches element 4',
      args: [4, 3, { stride: 2 }],
      expected: { before: 0, after: 1 },
    },
    {
      name: 'windows that end before the axis does',
      origin: 'by hand: windows at 0 and 3 of 6 elements',
      args: [6, 1, { stride: 3 }],
      expected: { before: 0, after: 0 },
    },
  ],

  laws: [
    law('no number of zeros is negative', fc.tuple(inputs), async (samePadding, args) => {
      const { before, after } = await samePadding(...args);
      expectThat(before >= 0 && after >= 0, `got ${before} before and ${after} after`);
    }),
    law('there are as many zeros after as before, or one more', fc.tuple(inputs), async (samePadding, args) => {
      const { before, after } = await samePadding(...args);
      expectThat(after === before || after === before + 1, `got ${before} before and ${after} after`);
    }),
    law('the last window ends on the last zero', fc.tuple(inputs), async (samePadding, args) => {
      const [n, k, o] = args;
      const { stride, dilation } = complete(o);
      const { before, after } = await samePadding(...args);
      let last = 0;
      while (last + stride < n) last += stride;
      const end = last + (k - 1) * dilation + 1;
      expectClose(before + after, end > n ? end - n : 0, 0);
    }),
    law(
      'a dilated kernel needs what a longer one without dilation does',
      fc.tuple(inputs),
      async (samePadding, [n, k, o]) => {
        const longer = (k - 1) * complete(o).dilation + 1;
        expectClose(await samePadding(...given(n, k, o)), await samePadding(n, longer, { ...o, dilation: 1 }), 0);
      },
    ),
    law(
      'at stride 1 an odd kernel has (k - 1) / 2 on either side',
      fc.tuple(size(12), fc.nat(4)),
      async (samePadding, n, half) => {
        expectClose(await samePadding(n, 2 * half + 1), { before: half, after: half }, 0);
      },
    ),
  ],

  misconceptions,

  errata: [
    {
      where: 'lecture 5, padding',
      printed: '(k - 1) / 2',
      holds: 'only odd k and stride 1',
      variant: {
        implementation: (_n, k) => ({ before: (k - 1) / 2, after: (k - 1) / 2 }),
        fails: [4, 3, { stride: 2 }],
      },
    },
  ],

  rounding: (r, n, k, o) => {
    // the last element at which a stride begins, and how far the taps reach from there beyond the axis
    const last = n.value - 1 - ((n.value - 1) % o.stride.value);
    const beyond = Math.max(last + (k.value - 1) * o.dilation.value - (n.value - 1), 0);
    return { before: r.exact(beyond >> 1), after: r.exact(beyond - (beyond >> 1)) };
  },
};

/** Elements by which the windows reach beyond the axis, negative if they end before it does. */
function zerosNeeded(n: number, k: number, o: SamePaddingOptions | undefined): number {
  const { stride, dilation } = complete(o);
  return (Math.ceil(n / stride) - 1) * stride + (k - 1) * dilation + 1 - n;
}
