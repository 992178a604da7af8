import fc from 'fast-check';
import { trainingRun as reference } from '../../reference/training/training-run.ts';
import { slopeAtZero } from '../backprop/shared/slope-at-zero.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { numbers, take } from '../inputs/inputs.ts';
import { indicesOf, oneHotRow, targets } from '../losses/shared/target-rows.ts';
import { roundedMean } from '../metrics/shared/running-means.ts';
import type { OptionsOf } from '../parameters/parameter.ts';
import * as is from '../parameters/parameter.ts';
import { ACTIVATIONS } from '../perceptron/shared/activation.ts';
import { activations, type LayerOf } from '../perceptron/shared/layer-inputs.ts';
import { roundedActivations, roundedDrives } from '../perceptron/shared/rounded-dense.ts';
import type { Lifted, Rounded } from '../rounding/rounding.ts';
import { nth } from '../values/nth.ts';
import { mapNumbers, numbersOf } from '../values/tree.ts';
import type { Matrix, Vector } from '../values/value.ts';
import { layersMoved, permutation, plainCrossEntropy, plainLogits } from './shared/plain-training.ts';
import { roundedLogSoftmax } from './shared/rounded-log-softmax.ts';
import { detachedLayer, roundedMatch } from './shared/rounded-training.ts';
import { draw, learningRate, options, runs } from './shared/run-inputs.ts';
import { edges, hardCases, illegal, worked } from './training-run.cases.ts';
import { misconceptions } from './training-run.misconceptions.ts';

export type Trained = { layers: { w: Matrix; b: Vector }[]; loss: Vector; accuracy: Vector };
type Options = OptionsOf<typeof options>;
export type TrainingRun = (
  x: Matrix,
  t: Matrix | Vector,
  layers: LayerOf[],
  random: Vector[],
  options?: Options,
) => Trained;

const inputs = runs(activations);
const smooth = runs(fc.constantFrom('identity', 'sigmoid', 'tanh'));
/** Of at least two samples, two epochs and a batch of several among those of one. */
const longer = inputs.filter(([x, , , random]) => x.length > 1 && random.length > 1);

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
    options,
  },
  result: is.record({}),

  reference,
  accelerated: () => import('../../accelerated/training/training-run.ts'),

  inputs,

  edges,
  illegal,
  hardCases,

  worked,

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
        mapNumbers(whole, (error: number) => 3 * error),
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
