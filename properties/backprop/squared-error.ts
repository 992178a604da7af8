import fc from 'fast-check';
import { squaredError as reference, squaredErrorGradient } from '../../reference/backprop/squared-error.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { grid, numbers, size, take } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';

import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import { misconceptions } from './squared-error.misconceptions.ts';

export type SquaredError = (y: Vector, t: Vector) => number;

const pairs = (element?: fc.Arbitrary<number>): fc.Arbitrary<[Vector, Vector]> =>
  fc
    .tuple(size(8), numbers(element), numbers(element))
    .map(([m, activations, targets]) => [take(activations).vector(m), take(targets).vector(m)]);

const cases = pairs();

export const squaredError: Entry<SquaredError> = {
  id: 'squaredError',
  lecture: 2,
  title: 'Squared error',
  latex: String.raw`L = \frac{1}{2} \sum_{i=1}^{m} (t_i - y_i)^2`,
  source: ['Bishop (2006), Pattern Recognition and Machine Learning, section 5.3.1', 'Lecture 2'],
  parameters: { y: is.vector(), t: is.vector() },
  result: is.number(),

  reference,
  accelerated: () => import('../../accelerated/backprop/squared-error.ts'),
  gradient: { wrt: ['y', 't'], reference: squaredErrorGradient },

  inputs: cases,

  edges: {
    'one unit': [[1.5], [-0.25]],
    'no error': [
      [1.5, -2],
      [1.5, -2],
    ],
    'errors that cancel': [
      [1, -1],
      [0, 0],
    ],
    'targets of 0 and 1': [
      [0.75, 0.25, 0.5],
      [1, 0, 1],
    ],
  },
  illegal: {
    'fewer targets than units': { args: [[1, 2], [1]], names: 't' },
    'more targets than units': { args: [[1], [1, 2]], names: 't' },
  },
  hardCases: {
    'one unit': (y) => y.length === 1,
    'more than two units': (y) => y.length > 2,
    'an error above 1': (y, t) => y.some((x, i) => Math.abs(x - nth(t, i)) > 1),
    'errors of both signs': (y, t) => y.some((x, i) => x > nth(t, i)) && y.some((x, i) => x < nth(t, i)),
    'a zero': (y, t) => y.includes(0) || t.includes(0),
  },

  worked: [
    {
      name: 'three units',
      origin: 'by hand: (1 + 4 + 9) / 2',
      args: [
        [1, 2, 3],
        [0, 4, 0],
      ],
      expected: 7,
    },
    { name: 'one unit, by hand', origin: 'by hand: 3^2 / 2', args: [[5], [2]], expected: 4.5 },
  ],

  laws: [
    law('it is 0 where every activation is right', cases, async (loss, y, t) => {
      expectClose(await loss(y, y), 0, 0);
      expectClose(await loss(t, t), 0, 0);
    }),
    law('it is never negative', cases, async (loss, y, t) => {
      const cost = await loss(y, t);
      expectThat(cost >= 0, `got ${cost}`);
    }),
    law('activations and targets may change places', cases, async (loss, y, t) => {
      expectClose(await loss(y, t), await loss(t, y), loss.allowed(y, t), loss.allowed(t, y));
    }),
    law('doubling activations and targets makes it four times as large', cases, async (loss, y, t) => {
      const [a, b] = [y.map((x) => 2 * x), t.map((x) => 2 * x)];
      expectClose(await loss(a, b), 4 * (await loss(y, t)), loss.allowed(a, b), 4 * loss.allowed(y, t));
    }),
    law('the units add up', fc.tuple(cases, cases), async (loss, [y, t], [z, u]) => {
      const [a, b] = [
        [...y, ...z],
        [...t, ...u],
      ];
      const sum = (await loss(y, t)) + (await loss(z, u));
      expectClose(await loss(a, b), sum, loss.allowed(a, b), loss.allowed(y, t), loss.allowed(z, u), 2 ** -52 * sum);
    }),
    law(
      'moving one activation by h changes it by h times its error, and h^2/2',
      fc.tuple(pairs(grid), grid),
      async (loss, [y, t], h) => {
        const moved = y.with(0, nth(y, 0) + h);
        const change = h * (nth(y, 0) - nth(t, 0)) + (h * h) / 2;
        const rounding = 2 ** -50 * (1 + (await loss(y, t)));
        expectClose(
          (await loss(moved, t)) - (await loss(y, t)),
          change,
          loss.allowed(moved, t),
          loss.allowed(y, t),
          rounding,
        );
      },
    ),
  ],

  misconceptions,
  errata: [
    {
      where: 'lecture 2, loss',
      printed: 'one half of the sum of (t y)^2',
      holds: 'one half of the sum of (t - y)^2',
      variant: {
        implementation: (y, t) => y.reduce((sum, x, i) => sum + (nth(t, i) * x) ** 2, 0) / 2,
        fails: [
          [1, 2],
          [1, 2],
        ],
      },
    },
  ],

  rounding: (r, y, t) => {
    const squares = y.map((x, i) => r.square(r.subtract(nth(t, i), x)));
    return r.multiply(r.exact(0.5), r.sum(squares));
  },
};
