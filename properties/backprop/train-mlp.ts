import fc from 'fast-check';
import { trainMlp as reference } from '../../reference/backprop/train-mlp.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { numbers, size, take } from '../inputs/inputs.ts';
import { roundedDescent } from '../optimizers/shared/rounded-descent.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded } from '../rounding/rounding.ts';
import { nth } from '../values/nth.ts';
import { mapNumbers, numbersOf, total, zipNumbers } from '../values/tree.ts';
import type { Matrix } from '../values/value.ts';
import {
  bits,
  hiddenTurned,
  lossOf,
  type Mlp,
  mlps,
  movedBy,
  roundedBackprop,
  type SigmoidLayer,
  slopeAlong,
} from './shared/mlp-inputs.ts';
import { plainBackprop } from './shared/plain-backprop.ts';
import { alone, curve, regression, three } from './shared/toy-networks.ts';
import { edges, illegal, worked } from './train-mlp.cases.ts';
import { misconceptions } from './train-mlp.misconceptions.ts';

export type TrainMlp = (
  x: Matrix,
  t: Matrix,
  layers: SigmoidLayer[],
  options: { learningRate: number; steps: number },
) => SigmoidLayer[];

const learningRate: fc.Arbitrary<number> = fc.integer({ min: 1, max: 32 }).map((k) => k / 16);
const steps: fc.Arbitrary<number> = fc.oneof(
  { arbitrary: fc.constantFrom(0, 1, 2), weight: 3 },
  { arbitrary: fc.integer({ min: 3, max: 6 }), weight: 3 },
);
/** The gates and a regression that the lecture trains on, for 100 steps in some cases. */
const toys: fc.Arbitrary<Parameters<TrainMlp>> = fc
  .tuple(
    fc.constantFrom<Mlp[]>(
      [...bits(0, 1, 1, 0), three],
      [...bits(0, 0, 0, 1), alone],
      [...bits(0, 1, 1, 1), alone],
      [...regression, curve],
    ),
    fc.constantFrom(0.25, 0.5, 1),
    fc.constantFrom(100, 8, 4, 2, 1),
  )
  .map(([mlp, rate, count]) => [...mlp, { learningRate: rate, steps: count }]);

export const trainMlp: Entry<TrainMlp> = {
  id: 'trainMlp',
  lecture: 2,
  title: 'Training of a multilayer perceptron',
  latex: String.raw`W^{(l)} \leftarrow W^{(l)} - \alpha \frac{\partial L}{\partial W^{(l)}}`,
  source: ['Rumelhart, Hinton, Williams (1986), Learning representations by back-propagating errors', 'Lecture 2'],
  parameters: {
    x: is.matrix(),
    t: is.matrix(),
    layers: is.list(is.record({ w: is.matrix(), b: is.vector() }, { name: 'Layer' })),
    options: is.options({ learningRate: is.number(), steps: is.integer(0, { mostTried: 64 }) }),
  },
  result: is.list(is.record({ w: is.matrix(), b: is.vector() }, { name: 'Layer' })),

  reference,
  accelerated: () => import('../../accelerated/backprop/train-mlp.ts'),

  inputs: fc
    .tuple(mlps, learningRate, steps)
    .map(([mlp, rate, count]) => [...mlp, { learningRate: rate, steps: count }]),
  extended: toys,

  edges,
  illegal,
  hardCases: {
    'no step': (_x, _t, _layers, { steps }) => steps === 0,
    'one step': (_x, _t, _layers, { steps }) => steps === 1,
    'two steps': (_x, _t, _layers, { steps }) => steps === 2,
    'more than two steps': (_x, _t, _layers, { steps }) => steps > 2,
    'one sample': (x) => x.length === 1,
    'several samples': (x) => x.length > 1,
    'one layer': (_x, _t, layers) => layers.length === 1,
    'two layers': (_x, _t, layers) => layers.length === 2,
    'three layers': (_x, _t, layers) => layers.length === 3,
    'a learning rate above 1': (_x, _t, _layers, { learningRate }) => learningRate > 1,
  },

  worked,

  laws: [
    law(
      'without a step the layers come back as they are',
      fc.tuple(mlps, learningRate),
      async (trainMlp, mlp, rate) => {
        const still = { learningRate: rate, steps: 0 };
        expectClose(await trainMlp(...mlp, still), mlp[2], trainMlp.allowed(...mlp, still));
      },
    ),
    law(
      'steps made in two runs are the steps of one',
      fc.tuple(mlps, learningRate, size(3), size(3)),
      async (trainMlp, [x, t, layers], rate, first, second) => {
        const whole = { learningRate: rate, steps: first + second };
        const half = await trainMlp(x, t, layers, { learningRate: rate, steps: first });
        const rest = { learningRate: rate, steps: second };
        // How far two runs may part follows from both bounds of the whole: the first run's error goes through the second.
        expectClose(
          await trainMlp(x, t, half, rest),
          await trainMlp(x, t, layers, whole),
          mapNumbers(trainMlp.allowed(x, t, layers, whole), (error) => 2 * error),
          trainMlp.allowed(x, t, half, rest),
        );
      },
    ),
    law(
      'one step goes against the slope of the loss',
      fc.tuple(mlps, numbers(learningRate, 39)),
      async (trainMlp, mlp, drawn) => {
        const options = { learningRate: 1, steps: 1 };
        const fill = take(drawn.map((v, k) => (k % 2 === 0 ? v : -v) / 4));
        const direction = mlp[2].map((layer) => mapNumbers(layer, () => fill.number()));
        const along = numbersOf(direction);
        const change = zipNumbers(await trainMlp(...mlp, options), mlp[2], (to, from) => to - from);
        const allowed = numbersOf(trainMlp.allowed(...mlp, options));
        const { slope, error } = slopeAlong(mlp, direction);
        const moved = numbersOf(change).reduce((sum, c, k) => sum + c * nth(along, k), 0);
        const off = allowed.reduce((sum, e, k) => sum + (2 * e + 2 ** -46) * Math.abs(nth(along, k)), 0);
        expectClose(moved, -slope, off, error);
      },
    ),
    law('a small step does not raise the loss', mlps, async (trainMlp, x, t, layers) => {
      const options = { learningRate: 2 ** -10, steps: 1 };
      const after = lossOf([x, t, await trainMlp(x, t, layers, options)]);
      const before = lossOf([x, t, layers]);
      // The loss moves by less than the rounding of the weights times the largest input, or 10.
      const steepest = Math.max(10, ...x.flat().map(Math.abs));
      const room = steepest * total(trainMlp.allowed(x, t, layers, options)) + 2 ** -50;
      expectThat(after <= before + room, `the loss went from ${before} to ${after}`);
    }),
    law('one step is proportional to the learning rate', fc.tuple(mlps, learningRate), async (trainMlp, mlp, rate) => {
      const [once, twice] = [
        { learningRate: rate, steps: 1 },
        { learningRate: 2 * rate, steps: 1 },
      ];
      const half = zipNumbers(await trainMlp(...mlp, once), mlp[2], (to, from) => to - from);
      expectClose(
        await trainMlp(...mlp, twice),
        movedBy(mlp[2], half, 2),
        trainMlp.allowed(...mlp, twice),
        mapNumbers(trainMlp.allowed(...mlp, once), (error) => 2 * error + 2 ** -50),
      );
    }),
    law('the whole batch twice trains alike', mlps, async (trainMlp, x, t, layers) => {
      const options = { learningRate: 1, steps: 2 };
      const [xs, ts] = [
        [...x, ...x],
        [...t, ...t],
      ];
      expectClose(
        await trainMlp(xs, ts, layers, options),
        await trainMlp(x, t, layers, options),
        trainMlp.allowed(xs, ts, layers, options),
        trainMlp.allowed(x, t, layers, options),
      );
    }),
    law('the order of the hidden units does not matter', mlps, async (trainMlp, x, t, layers) => {
      const options = { learningRate: 0.5, steps: 3 };
      const turned = hiddenTurned(layers);
      expectClose(
        await trainMlp(x, t, turned, options),
        hiddenTurned(await trainMlp(x, t, layers, options)),
        trainMlp.allowed(x, t, turned, options),
        hiddenTurned(trainMlp.allowed(x, t, layers, options)),
      );
    }),
  ],

  misconceptions,

  rounding: (r, x, t, layers, { learningRate, steps }) => {
    const moved = (from: Rounded, gradient: Rounded): Rounded => r.subtract(from, r.multiply(learningRate, gradient));
    const step = (from: readonly Rounded[]): Rounded[] => {
      const gradients = roundedBackprop(r, x, t, shapedLike(layers, from)).flatMap(({ w, b }) => [...w.flat(), ...b]);
      return from.map((v, k) => moved(v, nth(gradients, k)));
    };
    const plain = (m: Rounded[][]): Matrix => m.map((row) => row.map(({ value }) => value));
    const [xs, ts] = [plain(x), plain(t)];
    const plainStep = (from: readonly number[]): number[] => {
      const gradients = numbersOf(plainBackprop(xs, ts, shapedLike(layers, from)));
      return from.map((v, k) => v - learningRate.value * nth(gradients, k));
    };
    const start = layers.flatMap(({ w, b }) => [...w.flat(), ...b]);
    return shapedLike(layers, roundedDescent(r, start, steps.value, step, plainStep));
  },
};

/** Numbers in the shapes of layers, weights before biases. */
function shapedLike<T>(
  layers: readonly { w: unknown[][]; b: unknown[] }[],
  numbers: readonly T[],
): { w: T[][]; b: T[] }[] {
  let next = 0;
  const draw = (): T => nth(numbers, next++);
  return layers.map(({ w, b }) => ({ w: w.map((row) => row.map(draw)), b: b.map(draw) }));
}
