import type { CompleteForm, Misconception } from '../entry/entry.ts';
import { oneHotRow } from '../losses/shared/target-rows.ts';
import type { LayerOf } from '../perceptron/shared/layer-inputs.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import { layersMoved, plainCrossEntropy, plainCrossEntropyGradient, plainLogits } from './shared/plain-training.ts';
import type { TrainingRun } from './training-run.ts';

interface Parts {
  /** the draws of an epoch */
  draws: (random: Vector[], epoch: number) => Vector;
  /** the batches of an epoch */
  batches: (order: Vector, batchSize: number) => Vector[];
  /** the index of the target of a sample, given its place in the order */
  target: (sample: number, place: number) => number;
  /** the factor of the learning rate for a batch of n samples */
  factor: (samples: number) => number;
  /** whether a batch is measured after its step */
  late: boolean;
  /** the metric of an epoch, from the sums over each batch and their sizes */
  mean: (sums: Vector, sizes: Vector) => number;
}

const sum = (xs: Vector): number => xs.reduce((a, b) => a + b, 0);
const largest = (row: Vector): number => row.indexOf(Math.max(...row));

const inBatches = (order: Vector, batchSize: number): Vector[] =>
  Array.from({ length: Math.ceil(order.length / batchSize) }, (_, k) =>
    order.slice(k * batchSize, (k + 1) * batchSize),
  );

const right: Parts = {
  draws: (random, epoch) => nth(random, epoch),
  batches: inBatches,
  target: (sample) => sample,
  factor: (samples) => -1 / samples,
  late: false,
  mean: (sums, sizes) => sum(sums) / sum(sizes),
};

/** Fisher and Yates from the top. */
function shuffled(draws: Vector): Vector {
  const order = Array.from({ length: draws.length + 1 }, (_, i) => i);
  draws.forEach((u, k) => {
    const i = draws.length - k;
    const j = Math.floor(u * (i + 1));
    [order[i], order[j]] = [nth(order, j), nth(order, i)];
  });
  return order;
}

/** The training with some of its parts exchanged. */
const variant = (parts: Partial<Parts>): CompleteForm<TrainingRun> => {
  const { draws, batches, target, factor, late, mean } = { ...right, ...parts };
  return (x, t, layers, random, { learningRate, batchSize }) => {
    const rows = t.map((k) => (typeof k === 'number' ? oneHotRow(k, layers.at(-1)?.b.length ?? 1) : k));
    let trained: LayerOf[] = layers;
    const epochs = random.map((_, epoch) => {
      const losses: Vector = [];
      const hits: Vector = [];
      const sizes: Vector = [];
      let place = 0;
      for (const batch of batches(shuffled(draws(random, epoch)), batchSize)) {
        const samples = batch.map((n): [Vector, Vector] => [nth(x, n), nth(rows, target(n, place++))]);
        let moved = trained;
        for (const [row, wanted] of samples) {
          const gradient = plainCrossEntropyGradient(row, wanted, trained);
          moved = layersMoved(moved, gradient, learningRate * factor(batch.length));
        }
        const measured = late ? moved : trained;
        losses.push(sum(samples.map(([row, wanted]) => plainCrossEntropy(plainLogits(row, measured), wanted))));
        hits.push(samples.filter(([row, wanted]) => largest(plainLogits(row, measured)) === largest(wanted)).length);
        sizes.push(batch.length);
        trained = moved;
      }
      return { loss: mean(losses, sizes), accuracy: mean(hits, sizes) };
    });
    return {
      layers: trained.map(({ w, b }) => ({ w, b })),
      loss: epochs.map(({ loss }) => loss),
      accuracy: epochs.map(({ accuracy }) => accuracy),
    };
  };
};

export const misconceptions: readonly Misconception<TrainingRun>[] = [
  {
    id: 'trainingRun/ascent',
    title: 'the gradient is added',
    hint: 'The gradient points to where the loss grows: go the other way.',
    caughtBy: 'one step',
    implementation: variant({ factor: (samples) => 1 / samples }),
  },
  {
    id: 'trainingRun/summed',
    title: 'gradients summed over the batch instead of averaged',
    hint: 'The loss of a batch is a mean over its samples, and so is its gradient.',
    caughtBy: 'a step on one batch goes against the slope of its loss',
    implementation: variant({ factor: () => -1 }),
  },
  {
    id: 'trainingRun/not-shuffled',
    title: 'the samples taken in the order in which they came',
    hint: 'Each epoch goes through the samples in the order that its own numbers shuffle them into.',
    caughtBy: 'the same in the other order',
    implementation: variant({ draws: (random) => nth(random, 0).map(() => 1 - 2 ** -24) }),
  },
  {
    id: 'trainingRun/shuffled-once',
    title: 'every epoch in the order of the first',
    hint: 'Shuffle again in each epoch, with its own numbers.',
    caughtBy: 'epochs in two runs are the epochs of one',
    implementation: variant({ draws: (random) => nth(random, 0) }),
  },
  {
    id: 'trainingRun/targets-not-shuffled',
    title: 'the inputs shuffled without their targets',
    hint: 'A sample and its target belong together: take both at the same index.',
    caughtBy: 'the same in the other order',
    implementation: variant({ target: (_, place) => place }),
  },
  {
    id: 'trainingRun/drops-last',
    title: 'the short last batch left out',
    hint: 'Every sample is seen once in each epoch: the last batch may be short.',
    caughtBy: 'a short batch counts by its samples',
    implementation: variant({
      batches: (order, batchSize) => inBatches(order, batchSize).filter((batch) => batch.length === batchSize),
    }),
  },
  {
    id: 'trainingRun/mean-of-batches',
    title: "the mean of the batches' means as the metric of an epoch",
    hint: 'A short batch has fewer samples: weigh each batch by their number.',
    caughtBy: 'a short batch counts by its samples',
    implementation: variant({
      mean: (sums, sizes) => sum(sums.map((total, k) => total / nth(sizes, k))) / sums.length,
    }),
  },
  {
    id: 'trainingRun/measured-after-step',
    title: 'a batch measured after its step',
    hint: 'The loss is that of the forward pass from which the gradient comes: take it before the weights move.',
    caughtBy: 'one step',
    implementation: variant({ late: true }),
  },
  {
    id: 'trainingRun/full-batch',
    title: 'one step per epoch on all samples',
    hint: 'Each batch makes a step of its own: the next batch sees weights that have moved.',
    caughtBy: 'two steps of one sample each',
    implementation: variant({ batches: (order) => [order] }),
  },
];
