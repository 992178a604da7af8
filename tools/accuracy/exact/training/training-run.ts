import type { LayerOf } from '../../../../properties/perceptron/shared/layer-inputs.ts';
import type { TrainingRun } from '../../../../properties/training/training-run.ts';
import type { Activation } from '../../../../reference/perceptron/shared/activate.ts';
import type { Authority, Exact } from '../../authority.ts';
import { type Big, dot, exp, largest, ONE, sum, ZERO } from '../../big.ts';

import { exactActivation } from '../perceptron/shared/activation.ts';
import { exactDrives } from '../perceptron/shared/drives.ts';
import { exactLogSoftmax } from './shared/log-softmax.ts';
import { exactlyShuffled } from './shared/shuffled.ts';

/** Epoch after epoch, batch after batch. */
export const trainingRun: Authority<TrainingRun> = {
  class: 'running error',
  exact: (x, t, layers, random, options) => {
    const { learningRate } = options;
    const batchSize = options.batchSize.toNumber();
    const classes = layers.at(-1)?.b.length ?? 0;
    const targets = t.map((target) =>
      Array.isArray(target) ? target : Array.from({ length: classes }, (_, c) => (target.eq(c) ? ONE : ZERO)),
    );
    let trained = layers;
    const epochs = random.map((draws) => {
      const order = exactlyShuffled(x.length, draws);
      let [loss, right] = [ZERO, 0];
      for (let from = 0; from < order.length; from += batchSize) {
        const batch = order.slice(from, from + batchSize);
        const step = stepOn(
          batch.map((n) => x[n] as Big[]),
          batch.map((n) => targets[n] as Big[]),
          trained,
          learningRate,
        );
        loss = loss.plus(step.loss);
        right += step.right;
        trained = step.layers;
      }
      return { loss: loss.div(x.length), accuracy: ONE.times(right).div(x.length) };
    });
    return {
      layers: trained.map(({ w, b }) => ({ w, b })),
      loss: epochs.map(({ loss }) => loss),
      accuracy: epochs.map(({ accuracy }) => accuracy),
    };
  },
};

/** The summed loss and the matches of a batch, and the layers after the step against its gradient. */
function stepOn(
  x: readonly Big[][],
  t: readonly Big[][],
  layers: readonly Exact<LayerOf>[],
  learningRate: Big,
): { loss: Big; right: number; layers: Exact<LayerOf>[] } {
  const inputs: Big[][][] = [x.map((row) => [...row])];
  for (const { w, b, activation } of layers) {
    const f = exactActivation(activation);
    inputs.push(exactDrives(inputs.at(-1) as Big[][], w, b).map((row) => row.map(f)));
  }
  const outputs = inputs.at(-1) as Big[][];
  const logs = outputs.map(exactLogSoftmax);
  const first = (scores: readonly Big[]): number => scores.indexOf(largest(scores));
  let arriving = logs.map((row, n) => {
    const target = t[n] as Big[];
    const share = sum(target);
    return row.map((log, c) =>
      exp(log)
        .times(share)
        .minus(target[c] as Big)
        .div(x.length),
    );
  });
  const moved: Exact<LayerOf>[] = [];
  for (let l = layers.length - 1; l >= 0; l--) {
    const { w, b, activation } = layers[l] as Exact<LayerOf>;
    const before = inputs[l] as Big[][];
    const after = inputs[l + 1] as Big[][];
    const delta = arriving.map((row, n) => row.map((e, k) => e.times(SLOPES[activation](after[n]?.[k] as Big))));
    const column = (matrix: readonly (readonly Big[])[], k: number): Big[] => matrix.map((row) => row[k] as Big);
    const stepped = (from: Big, slope: Big): Big => from.minus(learningRate.times(slope));
    moved.unshift({
      activation,
      w: w.map((row, j) => row.map((from, k) => stepped(from, dot(column(before, j), column(delta, k))))),
      b: b.map((from, k) => stepped(from, sum(column(delta, k)))),
    });
    arriving = delta.map((row) => w.map((weights) => dot(weights, row)));
  }
  return {
    loss: sum(logs.map((row, n) => dot(row, t[n] as Big[]).neg())),
    right: outputs.filter((row, n) => first(row) === first(t[n] as Big[])).length,
    layers: moved,
  };
}

/** The slope of each activation, from its value. */
const SLOPES: Readonly<Record<Activation, (a: Big) => Big>> = {
  identity: () => ONE,
  sigmoid: (a) => a.times(ONE.minus(a)),
  tanh: (a) => ONE.minus(a.pow(2)),
  relu: (a) => (a.gt(0) ? ONE : ZERO),
};
