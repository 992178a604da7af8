import fc from 'fast-check';
import { trainingRun as reference } from '../../reference/training/training-run.ts';
import { slopeAtZero } from '../backprop/shared/slope-at-zero.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { given, mild, numbers, options as optionsOf, size, take } from '../inputs/inputs.ts';
import { indicesOf, oneHotRow, targets, targetsOf } from '../losses/shared/target-rows.ts';
import { roundedMean } from '../metrics/shared/running-means.ts';
import * as is from '../parameters/parameter.ts';
import { ACTIVATIONS } from '../perceptron/shared/activation.ts';
import { activations, type LayerOf, layerOf, weightScale } from '../perceptron/shared/layer-inputs.ts';
import { roundedActivations, roundedDrives } from '../perceptron/shared/rounded-dense.ts';
import type { Lifted, Rounded, Rounding } from '../rounding/rounding.ts';
import { last, nth } from '../values/nth.ts';
import { mapNumbers, numbersOf } from '../values/tree.ts';
import type { Matrix, Vector } from '../values/value.ts';
import { layersMoved, plainCrossEntropy, plainLogits } from './shared/plain-training.ts';
import { roundedLogSoftmax } from './shared/rounded-log-softmax.ts';
import { misconceptions } from './training-run.misconceptions.ts';

export type Trained = { layers: { w: Matrix; b: Vector }[]; loss: Vector; accuracy: Vector };
type Options = { learningRate?: number; batchSize?: number } | undefined;
export type TrainingRun = (
  x: Matrix,
  t: Matrix | Vector,
  layers: LayerOf[],
  random: Vector[],
  options?: Options,
) => Trained;
type Arguments = Parameters<TrainingRun>;

/** Numbers of 0 to below 1, as shuffles are drawn from. */
const draw: fc.Arbitrary<number> = fc.nat(2 ** 24 - 1).map((k) => k / 2 ** 24);
const learningRate: fc.Arbitrary<number> = fc.integer({ min: 1, max: 8 }).map((k) => k / 16);

/** One or two layers of up to three units, up to four samples, epochs and all that they draw from. */
const runs = (functions: fc.Arbitrary<LayerOf['activation']>): fc.Arbitrary<Arguments> =>
  fc
    .tuple(
      size(4),
      fc.array(size(3), { minLength: 2, maxLength: 3 }),
      numbers(mild, 12),
      numbers(mild, 24),
      weightScale,
      targets,
      fc.tuple(functions, fc.oneof(fc.constant<LayerOf['activation']>('identity'), functions)),
      fc.array(fc.array(draw, { minLength: 3, maxLength: 3 }), { maxLength: 3 }),
      optionsOf({ learningRate, batchSize: fc.integer({ min: 1, max: 4 }) }),
    )
    .map(([N, widths, xs, weights, scale, target, names, epochs, options]) => {
      const x = take(xs.map((v) => v * scale)).matrix(N, nth(widths, 0));
      const fill = take(weights);
      const layers = widths
        .slice(1)
        .map((n, l) => layerOf(fill, nth(widths, l), n, 0.25, l === widths.length - 2 ? names[1] : names[0]));
      const random = epochs.map((draws) => draws.slice(0, N - 1));
      return given(x, targetsOf(target, N, last(widths)), layers, random, options);
    });

const inputs = runs(activations);
const smooth = runs(fc.constantFrom('identity', 'sigmoid', 'tanh'));
/** Of at least two samples, two epochs and a batch of several among those of one. */
const longer = inputs.filter(([x, , , random]) => x.length > 1 && random.length > 1);

const linear = (w: Matrix, b: Vector): LayerOf => ({ w, b, activation: 'identity' });
const blank = linear([[0, 0]], [0, 0]);
/** The classes of points left and right of 0. */
const sides: [Matrix, Vector] = [
  [[-1.5], [0.5], [2], [-0.25], [1]],
  [0, 1, 1, 0, 1],
];
const ln3 = Math.log(3);
const s2 = 1 / (1 + Math.exp(-2));

export const trainingRun: Entry<TrainingRun> = {
  id: 'trainingRun',
  lecture: 4,
  title: 'Training run',
  latex: String.raw`\theta_{k+1} = \theta_k - \eta \nabla L_{B_k}(\theta_k), \qquad \bar L_e = \frac{1}{N} \sum_{k \in e} |B_k|\, L_{B_k}(\theta_k)`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, algorithm 8.1', 'Lecture 4'],
  parameters: {
    x: is.matrix(),
    t: is.tensor('Matrix | Vector', { noNumber: true }),
    layers: is.list(
      is.record({ w: is.matrix(), b: is.vector(), activation: is.choice(ACTIVATIONS) }, { name: 'Layer' }),
    ),
    random: is.list(is.vector({ mayBeEmpty: true, element: { least: 0, below: 1 } }), { mayBeEmpty: true }),
    options: is.options({
      learningRate: is.number({ least: 0, default: 0.01 }),
      batchSize: is.integer(1, { default: 32 }),
    }),
  },
  result: is.record({}),

  reference,
  accelerated: () => import('../../accelerated/training/training-run.ts'),

  inputs,

  edges: {
    'no epoch': [...sides, [linear([[0.5, -0.25]], [0.125, 0])], []],
    'one sample': [[[1.5]], [1], [linear([[0.5, -0.25]], [0.125, 0])], [[], []], { learningRate: 0.5 }],
    'one class': [[[1.5], [-2]], [0, 0], [linear([[0.5]], [0.125])], [[0.25]], { learningRate: 0.5 }],
    'two layers, the last batch short': [
      ...sides,
      [
        { w: [[0.75, -0.5, 0.25]], b: [0.125, 0, -0.25], activation: 'tanh' },
        linear(
          [
            [0.5, -0.25],
            [-0.75, 1],
            [0.25, 0.5],
          ],
          [0.125, 0],
        ),
      ],
      [
        [0.25, 0.5, 0.125, 0.75],
        [0.5, 0, 0.875, 0.375],
      ],
      { learningRate: 0.5, batchSize: 2 },
    ],
    'soft targets': [
      [[1], [-1]],
      [
        [0.25, 0.75],
        [0.5, 0.5],
      ],
      [linear([[0.5, -0.25]], [0.125, 0])],
      [[0.75]],
      {},
    ],
    'a batch larger than the data': [
      ...sides,
      [linear([[0.5, -0.25]], [0.125, 0])],
      [[0.5, 0.5, 0.5, 0.5]],
      { batchSize: 64 },
    ],
    'one sample more than a batch by default': [
      Array.from({ length: 33 }, (_, n) => [(n - 16) / 8]),
      Array.from({ length: 33 }, (_, n) => n % 2),
      [linear([[0.5, -0.25]], [0.125, 0])],
      [Array.from({ length: 32 }, (_, i) => i / 32)],
      { learningRate: 0.5 },
    ],
  },
  illegal: {
    'weights of other inputs': { args: [[[1, 2]], [0], [blank], []], names: 'layers[0].w' },
    'class too large': { args: [[[1]], [2], [blank], []], names: 't[0]' },
    'targets of another shape': { args: [[[1]], [[1, 0, 0]], [blank], []], names: 't' },
    'an epoch with too many numbers': { args: [[[1], [2]], [0, 1], [blank], [[0.5], [0.5, 0.5]]], names: 'random[1]' },
  },
  hardCases: {
    'no epoch': (_x, _t, _l, random) => random.length === 0,
    'several epochs': (_x, _t, _l, random) => random.length > 1,
    'one sample': (x) => x.length === 1,
    'one class': (_x, _t, layers) => layers.at(-1)?.b.length === 1,
    'class indices': (_, t) => typeof t[0] === 'number',
    'rows of targets': (_, t) => typeof t[0] !== 'number',
    'two layers': (_x, _t, layers) => layers.length === 2,
    'a relu inside': (_x, _t, layers) => layers.length === 2 && layers[0]?.activation === 'relu',
    'batches of several, the last short': (x, _t, _l, _r, o) =>
      o?.batchSize !== undefined && o.batchSize > 1 && x.length > o.batchSize && x.length % o.batchSize !== 0,
    'batches of one': (x, _t, _l, _r, o) => x.length > 1 && o?.batchSize === 1,
    'one batch': (x, _t, _l, _r, o) => x.length > 1 && (o?.batchSize ?? 32) >= x.length,
    'the default rate': (_x, _t, _l, _r, o) => o?.learningRate === undefined,
  },

  worked: [
    {
      name: 'one step',
      origin: 'by hand: p = (1/2, 1/2), the gradient of the logits (-1/2, 1/2), the loss ln 2',
      args: [[[2]], [0], [blank], [[]], { learningRate: 1 }],
      expected: { layers: [{ w: [[1, -1]], b: [0.5, -0.5] }], loss: [Math.LN2], accuracy: [1] },
    },
    {
      name: 'two steps of one sample each',
      origin: 'by hand: ln 2, then logits (1, -1) under class 1: ln(1 + e^2); u = 3/4 leaves the order as it is',
      args: [[[1], [1]], [0, 1], [blank], [[0.75]], { learningRate: 1, batchSize: 1 }],
      expected: {
        layers: [{ w: [[0.5 - s2, s2 - 0.5]], b: [0.5 - s2, s2 - 0.5] }],
        loss: [(Math.LN2 + Math.log(1 + Math.exp(2))) / 2],
        accuracy: [0.5],
      },
    },
    {
      name: 'the same in the other order',
      origin: 'by hand: u = 1/4 swaps the samples; ln 2, then logits (-1, 1) under class 0',
      args: [[[1], [1]], [0, 1], [blank], [[0.25]], { learningRate: 1, batchSize: 1 }],
      expected: {
        layers: [{ w: [[s2 - 0.5, 0.5 - s2]], b: [s2 - 0.5, 0.5 - s2] }],
        loss: [(Math.LN2 + Math.log(1 + Math.exp(2))) / 2],
        accuracy: [0],
      },
    },
    {
      name: 'a short batch counts by its samples',
      origin: 'by hand: p = (3/4, 1/4): two times ln(4/3) in the first batch, ln 4 in the second, over 3',
      args: [
        [[1], [1], [1]],
        [0, 0, 1],
        [linear([[0, 0]], [ln3, 0])],
        [[0.75, 0.75]],
        { learningRate: 0, batchSize: 2 },
      ],
      expected: {
        layers: [{ w: [[0, 0]], b: [ln3, 0] }],
        loss: [(2 * Math.log(4 / 3) + Math.log(4)) / 3],
        accuracy: [2 / 3],
      },
    },
  ],

  laws: [
    law('without an epoch the layers come back as they are', inputs, async (run, x, t, layers, _, ...o) => {
      const untouched = layers.map(({ w, b }) => ({ w, b }));
      expectClose(await run(x, t, layers, [], ...o), { layers: untouched, loss: [], accuracy: [] }, 0);
    }),
    law('epochs in two runs are the epochs of one', longer, async (run, x, t, layers, random, ...o) => {
      const [first, rest] = [random.slice(0, 1), random.slice(1)];
      const before = await run(x, t, layers, first, ...o);
      const half = layers.map(({ activation }, l) => ({ ...(before.layers[l] as LayerOf), activation }));
      const after = await run(x, t, half, rest, ...o);
      const whole = run.allowed(x, t, layers, random, ...o);
      // The first run's errors go through the second: both of its bounds are in that of the whole.
      expectClose(
        {
          layers: after.layers,
          loss: [...before.loss, ...after.loss],
          accuracy: [...before.accuracy, ...after.accuracy],
        },
        await run(x, t, layers, random, ...o),
        mapNumbers(whole as never, (error: number) => 3 * error),
      );
    }),
    law(
      'the loss of the first epoch in one batch is the cross-entropy of the layers given',
      fc.tuple(inputs, draw),
      async (run, [x, t, layers], u) => {
        const rows = rowsOf(t, layers);
        const losses = x.map((row, n) => plainCrossEntropy(plainLogits(row, layers), nth(rows, n)));
        const random = [x.slice(1).map(() => u)];
        const { loss } = await run(x, t, layers, random);
        const allowed = run.allowed(x, t, layers, random).loss;
        // The law's own float64 rounding: within that of the format, and a few units of the largest drive.
        const largest = Math.max(1, ...x.flatMap((row) => plainLogits(row, layers)).map(Math.abs));
        expectClose(loss, [losses.reduce((a, b) => a + b, 0) / x.length], allowed, [2 ** -44 * largest]);
      },
    ),
    law(
      'a step on one batch goes against the slope of its loss',
      fc.tuple(smooth, numbers(learningRate, 24)),
      async (run, [x, t, layers], drawn) => {
        const rows = rowsOf(t, layers);
        const random = [x.slice(1).map(() => 0.5)];
        const options = { learningRate: 1 };
        const fill = take(drawn.map((v, k) => (k % 2 === 0 ? v : -v) / 4));
        const direction = layers.map(({ w, b }) => ({
          w: w.map((row) => row.map(() => fill.number())),
          b: b.map(() => fill.number()),
        }));
        const { slope, error } = slopeAtZero((s) => {
          const moved = layersMoved(layers, direction, s);
          const losses = x.map((row, n) => plainCrossEntropy(plainLogits(row, moved), nth(rows, n)));
          return losses.reduce((a, b) => a + b, 0) / x.length;
        });
        const along = numbersOf(direction);
        const before = numbersOf(layers.map(({ w, b }) => ({ w, b })));
        const after = numbersOf((await run(x, t, layers, random, options)).layers);
        const allowed = numbersOf(run.allowed(x, t, layers, random, options).layers);
        const change = after.reduce((sum, v, k) => sum + (v - nth(before, k)) * nth(along, k), 0);
        const off = allowed.reduce((sum, e, k) => sum + (e + 2 ** -46) * Math.abs(nth(along, k)), 0);
        expectClose(change, -slope, off, 4 * error);
      },
    ),
    law(
      'in one batch the order of the samples does not matter',
      fc.tuple(longer),
      async (run, [x, t, layers, random]) => {
        const straight = random.map((draws) => draws.map(() => 1 - 2 ** -24));
        const options = { learningRate: 0.25, batchSize: x.length };
        expectClose(
          await run(x, t, layers, random, options),
          await run(x, t, layers, straight, options),
          run.allowed(x, t, layers, random, options),
          run.allowed(x, t, layers, straight, options),
        );
      },
    ),
    law('shuffled samples and unshuffled draws are shuffled draws', longer, async (run, x, t, layers, random, ...o) => {
      // One epoch: the draws that leave all in place, on samples that were put in the order of the others.
      const order = permutation(nth(random, 0));
      const still = [x.slice(1).map(() => 1 - 2 ** -24)];
      const [xs, ts] = [order.map((n) => nth(x, n)), order.map((n) => t[n]) as Matrix | Vector];
      const allowed = run.allowed(xs, ts, layers, still, ...o);
      expectClose(
        await run(x, t, layers, random.slice(0, 1), ...o),
        await run(xs, ts, layers, still, ...o),
        allowed,
        allowed,
      );
    }),
    law('class indices and one-hot rows train alike', fc.tuple(inputs, targets), async (run, args, target) => {
      const [x, , layers, random, ...o] = args;
      const C = layers.at(-1)?.b.length ?? 1;
      const indices = indicesOf(target, x.length, C);
      const rows = indices.map((k) => oneHotRow(k, C));
      const allowed = run.allowed(x, rows, layers, random, ...o);
      expectClose(
        await run(x, indices, layers, random, ...o),
        await run(x, rows, layers, random, ...o),
        allowed,
        allowed,
      );
    }),
    law('the accuracy of an epoch is a whole number of samples', inputs, async (run, x, t, layers, random, ...o) => {
      const { accuracy } = await run(x, t, layers, random, ...o);
      expectThat(accuracy.length === random.length, `${accuracy.length} accuracies of ${random.length} epochs`);
      for (const share of accuracy) {
        const right = share * x.length;
        expectClose(right, Math.round(right), 2 ** -20);
        expectThat(right >= 0 && Math.round(right) <= x.length, `got ${share}`);
      }
    }),
  ],

  misconceptions,

  rounding: (r, x, t, layers, random, options) => {
    const { learningRate: rate } = options;
    const batchSize = options.batchSize.value;
    const C = layers.at(-1)?.b.length ?? 1;
    const rows = t.map((target) =>
      Array.isArray(target) ? target : oneHotRow(target.value, C).map((share) => r.exact(share)),
    );
    let trained: Lifted<LayerOf>[] = layers;
    const epochs = random.map((draws) => {
      const state = (): Lifted<{ total: number; count: number }> => ({ total: r.exact(0), count: r.exact(0) });
      let [loss, right] = [state(), state()].map((s) => ({ ...s, result: r.exact(0) })) as [
        ReturnType<typeof roundedMean>,
        ReturnType<typeof roundedMean>,
      ];
      const order = permutation(draws.map(({ value }) => value));
      for (let first = 0; first < order.length; first += batchSize) {
        const batch = order.slice(first, first + batchSize);
        const chosen = batch.map((n) => nth(rows, n));
        const from = trained.map((layer) => detachedLayer(r, layer));
        let a = batch.map((n) => nth(x, n));
        for (const { w, b, activation } of from) a = roundedActivations(r, roundedDrives(r, a, w, b), activation);
        const logP = a.map((logits) => roundedLogSoftmax(r, logits));
        const costs = logP.map((row, n) => r.negate(r.dot(nth(chosen, n), row)));
        const cost = r.mean(costs);
        loss = roundedMean(r, loss, [cost], [r.exact(batch.length)]);
        right = roundedMean(
          r,
          right,
          a.map((logits, n) => roundedMatch(r, logits, nth(chosen, n))),
        );
        const parameters = from.flatMap(({ w, b }) => [...w.flat(), ...b]);
        const gradient = r.gradient([cost], [1], parameters);
        let next = 0;
        const moved = (v: Rounded): Rounded => r.subtract(v, r.multiply(rate, nth(gradient, next++)));
        trained = from.map(({ w, b, activation }) => ({
          w: w.map((row) => row.map(moved)),
          b: b.map(moved),
          activation,
        }));
      }
      return { loss: loss.result, accuracy: right.result };
    });
    return {
      layers: trained.map(({ w, b }) => ({ w, b })),
      loss: epochs.map((epoch) => epoch.loss),
      accuracy: epochs.map((epoch) => epoch.accuracy),
    };
  },
};

/** Rows of target probabilities. */
function rowsOf(t: Matrix | Vector, layers: readonly LayerOf[]): Matrix {
  return t.map((target) => (typeof target === 'number' ? oneHotRow(target, layers.at(-1)?.b.length ?? 1) : target));
}

/** The order that an epoch's draws put the samples in: drawing the last of those left, again and again. */
function permutation(draws: Vector): Vector {
  const left = Array.from({ length: draws.length + 1 }, (_, i) => i);
  const drawn: Vector = [];
  for (const u of draws) {
    const j = Math.floor(u * left.length);
    drawn.unshift(nth(left, j));
    left[j] = last(left);
    left.pop();
  }
  return [...left, ...drawn];
}

/** A layer without its history, so that each step is differentiated on its own. */
function detachedLayer(r: Rounding, { w, b, activation }: Lifted<LayerOf>): Lifted<LayerOf> {
  return { w: w.map((row) => row.map((v) => r.detached(v))), b: b.map((v) => r.detached(v)), activation };
}

/** 1 where the first of the largest logits stands at the first of the largest targets, as far as the format can tell. */
function roundedMatch(r: Rounding, logits: readonly Rounded[], t: readonly Rounded[]): Rounded {
  const values = logits.map(({ value }) => value);
  const shares = t.map(({ value }) => value);
  const wanted = shares.indexOf(Math.max(...shares));
  const own = nth(logits, wanted);
  const matches = values.indexOf(Math.max(...values)) === wanted;
  const near = logits.filter((z) => z !== own && Math.abs(z.value - own.value) <= z.error + own.error);
  const beaten = logits.some((z) => z.value - own.value > z.error + own.error);
  return r.known(matches ? 1 : 0, !beaten && near.some((z) => z.error + own.error > 0) ? Infinity : 0);
}
