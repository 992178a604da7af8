import fc from 'fast-check';
import { labelSmoothing as reference } from '../../reference/generalization/label-smoothing.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { given, size } from '../inputs/inputs.ts';
import { targetRowsOf, targets } from '../losses/shared/target-rows.ts';
import { completeOptions } from '../parameters/completed.ts';
import { drawnOptions } from '../parameters/drawn-options.ts';
import type { OptionsOf } from '../parameters/parameter.ts';
import * as is from '../parameters/parameter.ts';
import { total } from '../values/tree.ts';
import type { Matrix } from '../values/value.ts';
import { misconceptions } from './label-smoothing.misconceptions.ts';

const parameters = {
  t: is.matrix({ element: { least: 0, most: 1 } }),
  options: is.options({ smoothing: is.probability({ default: 0.1, drawn: [0, 0.0625, 0.2, 0.25, 0.5, 1] }) }),
};

export type Options = OptionsOf<typeof parameters.options>;
export type LabelSmoothing = (t: Matrix, options?: Options) => Matrix;
type Arguments = Parameters<LabelSmoothing>;

const rows = fc.tuple(size(4), size(5), targets).map(([N, K, target]) => targetRowsOf(target, N, K));
const inputs: fc.Arbitrary<Arguments> = fc
  .tuple(rows, drawnOptions(parameters.options))
  .map(([t, options]) => given(t, options));

const isOneHot = (t: Matrix): boolean => t.every((row) => row.includes(1));

export const labelSmoothing: Entry<LabelSmoothing> = {
  id: 'labelSmoothing',
  lecture: 6,
  title: 'Label smoothing',
  latex: String.raw`y_{nk} = (1 - a) t_{nk} + \frac{a}{K}`,
  source: [
    'Szegedy, Vanhoucke, Ioffe, Shlens, Wojna (2016), Rethinking the Inception Architecture for Computer Vision, section 7',
    'Lecture 6',
  ],
  parameters,
  result: is.matrix(),

  reference,
  accelerated: () => import('../../accelerated/generalization/label-smoothing.ts'),

  inputs,

  edges: {
    'one class': [[[1], [1]]],
    'two classes': [[[0, 1]], { smoothing: 0.25 }],
    'smoothing 0': [[[0, 1, 0]], { smoothing: 0 }],
    'smoothing 1': [[[0, 1, 0, 0]], { smoothing: 1 }],
    'soft targets': [
      [
        [0.25, 0.75, 0],
        [0.5, 0.25, 0.25],
      ],
    ],
    'even targets': [[[0.25, 0.25, 0.25, 0.25]], { smoothing: 0.5 }],
  },
  illegal: {
    'a probability barely above 1': { args: [[[0, 1 + 2 ** -21]]], names: 't' },
    'a smoothing barely above 1': { args: [[[0, 1]], { smoothing: 1 + 2 ** -21 }], names: 'options.smoothing' },
  },
  hardCases: {
    'one class': (t) => t[0]?.length === 1,
    'batch 1': (t) => t.length === 1,
    'one-hot rows of several classes': (t) => (t[0]?.length ?? 0) > 1 && isOneHot(t),
    'soft rows': (t) => !isOneHot(t),
    'a soft row with a 0': (t) => t.some((row) => row.includes(0) && !row.includes(1)),
    'square above 1': (t) => t.length > 1 && t.length === t[0]?.length,
    'more samples than classes': (t) => t.length > (t[0]?.length ?? 0),
    'smoothing 0': (_t, options) => options?.smoothing === 0,
    'smoothing 1': (_t, options) => options?.smoothing === 1,
  },

  worked: [
    {
      name: 'a half of the share to each of two',
      origin: 'by hand: 1/2 + 1/4 and 1/4',
      args: [[[1, 0]], { smoothing: 0.5 }],
      expected: [[0.75, 0.25]],
    },
    {
      name: 'soft targets of four classes',
      origin: 'by hand: three quarters of each, and 1/16',
      args: [[[0.5, 0.25, 0.25, 0]], { smoothing: 0.25 }],
      expected: [[0.4375, 0.25, 0.25, 0.0625]],
    },
    {
      name: 'the default',
      origin: 'by hand: 0.9 + 0.02 and 0.02',
      args: [[[0, 0, 1, 0, 0]]],
      expected: [[0.02, 0.02, 0.92, 0.02, 0.02]],
    },
  ],

  laws: [
    law('rows keep their sum of 1', fc.tuple(inputs), async (smooth, drawn) => {
      const y = await smooth(...drawn);
      const errors = smooth.allowed(...drawn).map((row) => total(row) + 2 ** -50);
      expectClose(
        y.map((row) => total(row)),
        y.map(() => 1),
        errors,
      );
    }),
    law('smoothing of 0 changes nothing', fc.tuple(rows), async (smooth, t) => {
      expectClose(await smooth(t, { smoothing: 0 }), t, smooth.allowed(t, { smoothing: 0 }));
    }),
    law('smoothing of 1 makes all classes alike', fc.tuple(rows), async (smooth, t) => {
      const even = t.map((row) => row.map(() => 1 / row.length));
      expectClose(await smooth(t, { smoothing: 1 }), even, smooth.allowed(t, { smoothing: 1 }));
    }),
    law('the order of the classes does not matter', fc.tuple(inputs), async (smooth, [t, ...options]) => {
      const turned = t.map((row) => row.toReversed());
      const y = await smooth(t, ...options);
      expectClose(
        await smooth(turned, ...options),
        y.map((row) => row.toReversed()),
        smooth.allowed(turned, ...options),
        smooth.allowed(t, ...options).map((row) => row.toReversed()),
      );
    }),
    law(
      'differences between classes shrink by the share that is spread',
      fc.tuple(inputs),
      async (smooth, [t, options]) => {
        const { smoothing } = completeOptions(parameters.options, options);
        const y = await smooth(...given(t, options));
        const allowed = smooth.allowed(...given(t, options));
        const fromFirst = (matrix: Matrix): Matrix => matrix.map((row) => row.map((x) => x - (row[0] ?? 0)));
        const first = allowed.map((row) => row.map(() => (row[0] ?? 0) + 2 ** -52));
        expectClose(
          fromFirst(y),
          fromFirst(t).map((row) => row.map((d) => (1 - smoothing) * d)),
          allowed,
          first,
        );
      },
    ),
  ],

  misconceptions,

  rounding: (r, t, { smoothing }) =>
    t.map((row) =>
      row.map((tnk) =>
        r.add(r.multiply(r.subtract(r.exact(1), smoothing), tnk), r.divide(smoothing, r.exact(row.length))),
      ),
    ),
};
