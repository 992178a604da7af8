import { categoricalCrossEntropy, categoricalCrossEntropyGradient } from '../losses/categorical-cross-entropy.ts';
import { expectClassTargets } from '../losses/shared/class-targets.ts';
import { accuracy } from '../metrics/accuracy.ts';
import type { MeanState } from '../metrics/mean-metric.ts';
import { copied, flat, type NdArray, shown, tensor, vector } from '../ndarray.ts';
import { sgd } from '../optimizers/sgd.ts';
import { expectNotNegative } from '../optimizers/shared/optimizer-arguments.ts';
import { expectInteger, expectList, expectOptions } from '../options.ts';
import { expectMlpArguments, type MlpLayer, mlpForward, mlpForwardGradient } from '../perceptron/mlp-forward.ts';
import type { LayerWeights } from '../perceptron/shared/layer-units.ts';
import { miniBatches } from './mini-batches.ts';
import { possiblyEmptyVector } from './shared/possibly-empty-vector.ts';
import { shuffleIndices } from './shuffle-indices.ts';

export interface TrainingRunOptions {
  /** of sgd, default 0.01 */
  learningRate?: number;
  /** samples per step, default 32; the last batch of an epoch may be short */
  batchSize?: number;
}

export interface TrainingRun {
  /** the layers after the last step */
  layers: LayerWeights[];
  /** `[E]`: the running mean of the loss over each epoch */
  loss: NdArray;
  /** `[E]`: the running accuracy over each epoch */
  accuracy: NdArray;
}

/**
 * A training from the first epoch to the last: shuffled mini-batches, softmax cross-entropy, gradient descent, metrics.
 *
 * $$\theta_{k+1} = \theta_k - \eta \nabla L_{B_k}(\theta_k), \qquad
 *   L_B(\theta) = -\frac{1}{|B|} \sum_{n \in B} \sum_c t_{nc} \log \operatorname{softmax}(y_\theta(x_n))_c, \qquad
 *   \bar L_e = \frac{1}{N} \sum_{k \in e} |B_k|\, L_{B_k}(\theta_k)$$
 *
 * - $x$ `x` `[N, m]`: one sample per row
 * - $t$ `t` `[N, C]`: rows of target probabilities, or `[N]`: classes counted from 0
 * - $\theta$ `layers`: of each layer `w` `[units before, units]`, `b` `[units]` and its activation; $y_\theta$, what the
 *   last of its C units give, are logits
 * - `random`: of each of the E epochs the N - 1 numbers that `shuffleIndices` draws from; E = 0 is legal
 * - $\eta$ `options.learningRate`, and `options.batchSize`
 * - the result: the record `{ layers, loss, accuracy }`, the trained `w` and `b`, and $\bar L$ and the accuracy `[E]`
 *
 * As Keras's `fit` reports them, loss and accuracy of an epoch are measured on each batch before its step, while the
 * weights move; a short batch counts by its samples.
 *
 * @throws {TypeError} An array is not an ndarray, or `random` is not a list.
 * @throws {RangeError} There is no layer, an array is empty or of another shape, an epoch does not have N - 1 numbers of at least
 * 0 and below 1, the learning rate is negative or not finite, `batchSize` is not a whole number of at least 1, or an
 * option is unknown.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, algorithm 8.1. Lecture 4.
 * @example trainingRun(matrix([[1]]), vector([0]), [{ w: matrix([[0, 0]]), b: vector([0, 0]), activation: 'identity' }], [vector([])], { learningRate: 1 }) // { layers: [{ w: [[0.5, -0.5]], b: [0.5, -0.5] }], loss: [Math.LN2], accuracy: [1] }
 */
export function trainingRun(
  x: NdArray,
  t: NdArray,
  layers: readonly MlpLayer[],
  random: readonly NdArray[],
  options: TrainingRunOptions = {},
): TrainingRun {
  const { N, learningRate, batchSize } = trainingRunArguments(x, t, layers, random, options);
  const moved = (from: NdArray, gradient: NdArray): NdArray =>
    tensor(from.shape, flat(sgd(vector(flat(from)), vector(flat(gradient)), { learningRate })));
  let trained = layers;
  const losses: number[] = [];
  const accuracies: number[] = [];
  for (const draws of random) {
    let loss: MeanState = { total: 0, count: 0 };
    let right = loss;
    for (const batch of miniBatches(shuffleIndices(N, draws), batchSize)) {
      const [inputs, targets] = [rowsAt(x, batch), rowsAt(t, batch)];
      const { logits, batchLoss, gradients } = lossGradient(inputs, targets, trained);
      loss = added(loss, { total: batch.size * batchLoss, count: batch.size });
      right = added(right, accuracy({ total: 0, count: 0 }, logits, targets));
      trained = trained.map((layer, l) => {
        const gradient = gradients[l] as LayerWeights;
        return { ...layer, w: moved(layer.w, gradient.w), b: moved(layer.b, gradient.b) };
      });
    }
    losses.push(loss.total / loss.count);
    accuracies.push(right.total / right.count);
  }
  const own = trained.map(({ w, b }) => ({ w: copied(w), b: copied(b) }));
  return { layers: own, loss: vector(losses), accuracy: vector(accuracies) };
}

/** Running means over batches; those of a training that diverged are NaN from there on. */
function added(mean: MeanState, batch: MeanState): MeanState {
  return { total: mean.total + batch.total, count: mean.count + batch.count };
}

/** The number of samples and the options of a legal call. */
export function trainingRunArguments(
  x: NdArray,
  t: NdArray,
  layers: readonly MlpLayer[],
  random: readonly NdArray[],
  options: TrainingRunOptions,
): { N: number; learningRate: number; batchSize: number } {
  const [N] = expectMlpArguments(x, layers);
  const last = layers.at(-1); // equivalent mutant: `1 * (1 + 1e-6)` (the fraction is cut off)
  if (!last) throw new RangeError('layers: expected at least one layer, got an empty list');
  expectClassTargets(tensor([N, last.b.size]), t);
  expectList('random', random);
  random.forEach((draws: NdArray, e) => {
    const length = possiblyEmptyVector(`random[${e}]`, draws);
    if (length !== N - 1)
      throw new RangeError(`random[${e}]: expected shape ${shown([N - 1])}, got ${shown([length])}`);
    const beyond = flat(draws).find((u) => !(u >= 0 && u < 1));
    if (beyond !== undefined) {
      throw new RangeError(`random[${e}]: expected numbers of at least 0 and below 1, got ${beyond}`);
    }
  });
  expectOptions(options, ['learningRate', 'batchSize']);
  const { learningRate = 0.01, batchSize = 32 } = options;
  expectNotNegative('options.learningRate', learningRate);
  expectInteger('options.batchSize', batchSize, 1);
  return { N, learningRate, batchSize };
}

/** The loss of a batch, its gradient by each layer, and the logits that it was measured on. */
function lossGradient(
  x: NdArray,
  t: NdArray,
  layers: readonly MlpLayer[],
): { logits: NdArray; batchLoss: number; gradients: LayerWeights[] } {
  const { drives, activations } = mlpForward(x, layers);
  const logits = activations.at(-1) as NdArray; // equivalent mutant: `1 * (1 + 1e-6)` (the fraction is cut off)
  const upstream = {
    drives: drives.map(({ shape }) => tensor(shape)),
    activations: activations.map(({ shape }) => tensor(shape)),
  };
  upstream.activations[layers.length - 1] = categoricalCrossEntropyGradient(1, logits, t, { fromLogits: true }).y;
  return {
    logits,
    batchLoss: categoricalCrossEntropy(logits, t, { fromLogits: true }),
    gradients: mlpForwardGradient(upstream, x, layers).layers,
  };
}

/** The rows at the given indices, or the entries of a vector. */
function rowsAt(array: NdArray, indices: NdArray): NdArray {
  const rows = [...flat(indices)].flatMap((n) => [...flat(array.pick(n) as NdArray)]);
  // Equivalent mutant: `1 * (1 + 1e-6)` (the fraction is cut off)
  return tensor([indices.size, ...array.shape.slice(1)], rows);
}
