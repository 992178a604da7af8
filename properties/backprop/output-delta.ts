import fc from 'fast-check';
import { outputDelta as reference } from '../../reference/backprop/output-delta.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { given, mild, numbers, size, take } from '../inputs/inputs.ts';
import { variedVector } from '../inputs/varied.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import { misconceptions } from './output-delta.misconceptions.ts';

type Loss = 'mse' | 'half';
export type OutputDelta = (y: Vector, t: Vector, d: Vector, loss?: Loss) => Vector;

/** The activations follow from the drives: float64, and no float32 values. */
const activations = (d: Vector): Vector => d.map((z) => 1 / (1 + Math.exp(-z)));

/** Targets in 0..1 on a grid of 1/256, 0, 1/2 and 1 often among them. */
const target: fc.Arbitrary<number> = fc.oneof(
  { arbitrary: fc.constantFrom(0, 1, 0.5), weight: 2 },
  { arbitrary: fc.integer({ min: 0, max: 256 }).map((k) => k / 256), weight: 3 },
);

/** Targets and drives; sometimes the first unit is exactly at its target. */
const targetsAndDrives: fc.Arbitrary<[t: Vector, d: Vector]> = fc
  .tuple(size(5), numbers(target, 5), numbers(mild, 5), fc.integer({ min: 0, max: 9 }))
  .map(([m, targets, drives, chance]) => {
    const [t, d] = [take(targets).vector(m), take(drives).vector(m)];
    return chance === 9 ? [t.with(0, 0.5), d.with(0, 0)] : [t, d];
  });

/** The loss that the factor belongs to, of one sample. */
function lossOf(t: Vector, d: Vector, loss: Loss): number {
  const squares = activations(d).reduce((sum, y, i) => sum + (y - nth(t, i)) ** 2, 0);
  return loss === 'mse' ? squares / t.length : squares / 2;
}

export const outputDelta: Entry<OutputDelta> = {
  id: 'outputDelta',
  lecture: 2,
  title: 'Error signal of the output layer',
  latex: String.raw`\delta_i = \frac{2}{m} (y_i - t_i)\, \sigma'(d_i)`,
  source: ['Rumelhart, Hinton, Williams (1986), Learning representations by back-propagating errors', 'Lecture 2'],
  parameters: { y: is.vector(), t: is.vector(), d: is.vector(), loss: is.choice(['mse', 'half'], { default: 'mse' }) },
  result: is.vector(),

  reference,
  accelerated: () => import('../../accelerated/backprop/output-delta.ts'),

  inputs: fc
    .tuple(targetsAndDrives, fc.constantFrom<(Loss | undefined)[]>(undefined, 'mse', 'half'))
    .map(([[t, d], loss]) => given(activations(d), t, d, loss)),

  edges: {
    'nine units': [activations(variedVector(9)), variedVector(9, 4).map((x) => (x > 0 ? 1 : 0)), variedVector(9)],
    'one unit': [[0.5], [1], [0]],
    'one unit, half': [[0.5], [1], [0], 'half'],
    'two units: the factor is 1': [activations([1.5, -0.5]), [1, 0], [1.5, -0.5], 'mse'],
    'three units': [activations([1.5, -0.5, 2]), [1, 0, 0.25], [1.5, -0.5, 2]],
    'every target met': [
      [0.5, 0.5],
      [0.5, 0.5],
      [0, 0],
    ],
    saturated: [activations([9, -9, 9]), [0, 1, 1], [9, -9, 9], 'mse'],
  },
  illegal: {
    'targets of another length': { args: [[0.5, 0.5], [1], [0, 0]], names: 't' },
    'drives of another length': { args: [[0.5, 0.5], [1, 0], [0]], names: 'd' },
  },
  hardCases: {
    'one unit': (y) => y.length === 1,
    'two units, where 2/m is 1': (y) => y.length === 2,
    'three units or more under mse': (y, _t, _d, loss) => y.length > 2 && loss !== 'half',
    'loss left out': (...args) => args.length === 3,
    half: (_y, _t, _d, loss) => loss === 'half',
    'a target met': (y, t) => y.some((yi, i) => yi === t[i]),
    'a target of 0 or 1': (_y, t) => t.some((ti) => ti === 0 || ti === 1),
    'a drive of 0': (_y, _t, d) => d.includes(0),
    'a drive beyond 4': (_y, _t, d) => d.some((di) => Math.abs(di) > 4),
  },

  worked: [
    {
      name: 'one met, one missed',
      origin: 'by hand: 2/2 times 0 and -1/2, times 1/4',
      args: [
        [0.5, 0.5],
        [0.5, 1],
        [0, 0],
      ],
      expected: [0, -0.125],
    },
    {
      name: 'four units at ln 3',
      origin: 'by hand: 2/4 times 3/4 - t, times 3/16',
      args: [[0.75, 0.75, 0.75, 0.75], [0, 1, 0.75, 0.25], Array.from({ length: 4 }, () => Math.log(3)), 'mse'],
      expected: [0.0703125, -0.0234375, 0, 0.046875],
    },
    {
      name: 'four units at ln 3, half',
      origin: 'by hand: 3/4 - t, times 3/16',
      args: [[0.75, 0.75, 0.75, 0.75], [0, 1, 0.75, 0.25], Array.from({ length: 4 }, () => Math.log(3)), 'half'],
      expected: [0.140625, -0.046875, 0, 0.09375],
    },
    {
      name: 'one unit at -ln 3',
      origin: 'by hand: 2/1 times 1/4 - 1, times 3/16',
      args: [[0.25], [1], [-Math.log(3)]],
      expected: [-0.28125],
    },
  ],

  laws: [
    law(
      'it is what a small change of a drive does to the loss',
      fc.tuple(targetsAndDrives, fc.constantFrom<Loss[]>('mse', 'half')),
      async (outputDelta, [t, d], loss) => {
        const h = 2 ** -12;
        const moved = (i: number, by: number): number => lossOf(t, d.with(i, nth(d, i) + by), loss);
        const slopes = d.map((_, i) => (moved(i, h) - moved(i, -h)) / (2 * h));
        // The loss's third derivative is below 0.4 times its factor; its own rounding is divided by h.
        const truncation = (2 * 0.4 * h * h) / 6;
        const rounding = (16 * (t.length + 1) * 2 ** -53) / h;
        const allowed = outputDelta.allowed(activations(d), t, d, loss);
        expectClose(await outputDelta(activations(d), t, d, loss), slopes, allowed, truncation + rounding);
      },
    ),
    law("'mse' is 2/m times 'half'", fc.tuple(targetsAndDrives), async (outputDelta, [t, d]) => {
      const y = activations(d);
      const factor = 2 / d.length;
      const half = await outputDelta(y, t, d, 'half');
      const allowedHalf = outputDelta.allowed(y, t, d, 'half');
      expectClose(
        await outputDelta(y, t, d, 'mse'),
        half.map((delta) => factor * delta),
        outputDelta.allowed(y, t, d, 'mse'),
        allowedHalf.map((error, i) => factor * error + 2 ** -52 * Math.abs(factor * nth(half, i))),
      );
    }),
    law("the loss is 'mse' where none is named", fc.tuple(targetsAndDrives), async (outputDelta, [t, d]) => {
      const y = activations(d);
      const allowed = outputDelta.allowed(y, t, d, 'mse');
      expectClose(await outputDelta(y, t, d), await outputDelta(y, t, d, 'mse'), allowed, allowed);
    }),
    law('a target met has no error signal', fc.tuple(targetsAndDrives), async (outputDelta, [, d]) => {
      const y = activations(d);
      expectClose(
        await outputDelta(y, y, d),
        d.map(() => 0),
        0,
      );
    }),
    law('exchanging 0 and 1 turns the sign', fc.tuple(targetsAndDrives), async (outputDelta, [t, d]) => {
      const turned = d.map((z) => 0 - z);
      const opposite = t.map((ti) => 1 - ti);
      const delta = await outputDelta(activations(d), t, d);
      expectClose(
        await outputDelta(activations(turned), opposite, turned),
        delta.map((x) => -x),
        outputDelta.allowed(activations(turned), opposite, turned),
        outputDelta.allowed(activations(d), t, d),
        // 1 - y of a rounded y is not quite the y of -d
        2 ** -51,
      );
    }),
    law('with half, a unit does not depend on the others', fc.tuple(targetsAndDrives), async (outputDelta, [t, d]) => {
      const y = activations(d);
      const together = await outputDelta(y, t, d, 'half');
      for (const [i, delta] of together.entries()) {
        const alone: Parameters<OutputDelta> = [[nth(y, i)], [nth(t, i)], [nth(d, i)], 'half'];
        const allowed = outputDelta.allowed(...alone);
        expectClose(await outputDelta(...alone), [delta], allowed, allowed);
      }
    }),
  ],

  misconceptions,
  errata: [
    {
      where: 'lecture 2, output delta',
      printed: 'the factor 2/m beside a loss with the factor 1/2',
      holds: '2/m belongs to the mean squared error; with 1/2 the factor is 1',
      variant: {
        implementation: (y, t, d) =>
          y.map((yi, i) => {
            const s = 1 / (1 + Math.exp(-nth(d, i)));
            return (2 / y.length) * (yi - nth(t, i)) * s * (1 - s);
          }),
        fails: [[0.5, 0.5, 0.5], [0, 1, 0], [0, 0, 0], 'half'],
      },
    },
  ],

  rounding: (r, y, t, d, loss) =>
    y.map((yi, i) => {
      const di = nth(d, i);
      const slope = r.multiply(r.sigmoid(di), r.sigmoid(r.negate(di)));
      const half = r.multiply(r.subtract(yi, nth(t, i)), slope);
      return loss === 'half' ? half : r.multiply(r.divide(r.exact(2), r.exact(y.length)), half);
    }),
};
