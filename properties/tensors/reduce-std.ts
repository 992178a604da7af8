import fc from 'fast-check';
import { reduceStdGradient, reduceStd as reference } from '../../reference/tensors/reduce-std.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { grid } from '../inputs/inputs.ts';
import { tensors } from '../inputs/tensors.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded, Rounding } from '../rounding/rounding.ts';
import { mapNumbers } from '../values/tree.ts';
import { misconceptions } from './reduce-std.misconceptions.ts';
import { reduceNest } from './shared/reducing.ts';
import {
  axesOf,
  parameters,
  type Reduction,
  reductionEdges,
  reductionHardCases,
  reductionIllegal,
  reductions,
} from './shared/reduction.ts';
import { reductionLaws } from './shared/reduction-laws.ts';

/** Elements within 1 of an offset of up to 1e6. */
const offset = fc
  .tuple(reductions(), fc.constantFrom(1e6, -1e6, 65_536, 4096))
  .map(([[x, ...options], c]): Parameters<Reduction> => [mapNumbers(x, (xi) => c + xi / 16), ...options]);

export const reduceStd: Entry<Reduction> = {
  id: 'reduceStd',
  lecture: 3,
  title: 'Standard deviation along axes',
  latex: String.raw`\sigma = \sqrt{\frac{1}{n} \sum_{i \in A} (x_i - m)^2}`,
  source: ['Harris et al. (2020), Array programming with NumPy, section NumPy arrays', 'Lecture 3'],
  parameters,
  result: is.tensor(),

  reference,
  accelerated: () => import('../../accelerated/tensors/reduce-std.ts'),
  gradient: { wrt: ['x'], reference: reduceStdGradient },

  inputs: reductions(),
  extreme: offset,

  edges: reductionEdges,
  extremeEdges: { 'an offset of a million': [[999_999, 1_000_000, 1_000_001.5]] },
  illegal: reductionIllegal,
  hardCases: reductionHardCases,

  worked: [
    {
      name: 'by columns',
      origin: 'by hand: half of 3 - 1, half of 6 - 2',
      args: [
        [
          [1, 2],
          [3, 6],
        ],
        { axes: [0] },
      ],
      expected: [1, 2],
    },
    {
      name: 'by rows, kept',
      origin: 'by hand: each row by itself',
      args: [
        [
          [1, 2],
          [3, 6],
        ],
        { axes: [1], keepDims: true },
      ],
      expected: [[0.5], [1.5]],
    },
  ],

  laws: [
    ...reductionLaws(reductions()),
    law('of equal elements it is 0', fc.tuple(tensors(), grid), async (reduceStd, x, c) => {
      const equal = mapNumbers(x, () => c);
      expectClose(await reduceStd(equal), 0, reduceStd.allowed(equal));
    }),
    law('an offset changes nothing', fc.tuple(tensors(0, 5, grid), grid), async (reduceStd, x, c) => {
      const moved = mapNumbers(x, (xi) => xi + c);
      expectClose(await reduceStd(moved), await reduceStd(x), reduceStd.allowed(moved), reduceStd.allowed(x));
    }),
    law('minus twice the tensor deviates twice as much', fc.tuple(tensors()), async (reduceStd, x) => {
      const twice = mapNumbers(x, (xi) => -2 * xi || 0);
      const allowed = mapNumbers(reduceStd.allowed(x), (error) => 2 * error);
      expectClose(
        await reduceStd(twice),
        mapNumbers(await reduceStd(x), (s) => 2 * s),
        reduceStd.allowed(twice),
        allowed,
      );
    }),
    law(
      'a vector and its negative deviate by what each element has from 0',
      fc.tuple(fc.array(grid, { minLength: 1, maxLength: 6 })),
      async (reduceStd, x) => {
        const both = [...x, ...x.map((xi) => 0 - xi)];
        const root = Math.sqrt(x.reduce((sum, xi) => sum + xi ** 2, 0) / x.length);
        expectClose(await reduceStd(both), root, reduceStd.allowed(both), 2 ** -50 * root);
      },
    ),
  ],

  misconceptions,

  rounding: (r, x, options) =>
    reduceNest(
      x,
      axesOf(options, ({ value }) => value),
      options.keepDims,
      (items) => deviation(r, items),
    ),
};

function deviation(r: Rounding, items: readonly Rounded[]): Rounded {
  // One element does not deviate, whatever it is: there is no kink.
  const [first] = items;
  if (items.length === 1 && first) return r.multiply(r.exact(0), first);
  const m = r.mean(items);
  return r.sqrt(r.mean(items.map((item) => r.square(r.subtract(item, m)))));
}
