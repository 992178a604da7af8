import { copied, type NdArray, zip } from '../ndarray.ts';
import { expectFinite, expectInteger, expectOptions } from '../options.ts';
import type { LayerWeights } from '../perceptron/shared/layer-units.ts';
import { backprop, expectBackpropArguments } from './backprop.ts';

export interface TrainMlpOptions {
  /** the share of the gradient that is subtracted at each step */
  learningRate: number;
  /** how many steps are made; 0 is legal */
  steps: number;
}

/**
 * Gradient descent on all samples at once, for a multilayer perceptron of sigmoid units.
 *
 * $$W^{(l)} \leftarrow W^{(l)} - \alpha \frac{\partial L}{\partial W^{(l)}}, \qquad
 *   b^{(l)} \leftarrow b^{(l)} - \alpha \frac{\partial L}{\partial b^{(l)}}$$
 *
 * - $x$ `x` `[B, m]`: one sample per row
 * - $t$ `t` `[B, units of the last layer]`: the targets
 * - $W^{(l)}$, $b^{(l)}$ `layers`: of each layer its weights `[units before, units]` and its biases `[units]`, from which
 *   the descent begins
 * - $\alpha$ `options.learningRate`; `options.steps` steps are made
 * - the result: of each layer `w` and `b` after the last step
 *
 * The loss is that of `backprop`, the mean over the batch of one half of the squared error. In a step all gradients are
 * taken at the same weights; only then every layer moves.
 *
 * @throws {TypeError} An array is not an ndarray, or `learningRate` is not a number.
 * @throws {RangeError} A shape does not fit, `learningRate` is not finite, `steps` is not a whole number of at least 0, or
 * an option is unknown.
 * @see Rumelhart, Hinton, Williams (1986), Learning representations by back-propagating errors. Lecture 2.
 * @example trainMlp(matrix([[1]]), matrix([[1]]), [{ w: matrix([[0]]), b: vector([0]) }], { learningRate: 2, steps: 1 }) // [{ w: [[0.25]], b: [0.25] }]
 */
export function trainMlp(
  x: NdArray,
  t: NdArray,
  layers: readonly LayerWeights[],
  options: TrainMlpOptions,
): LayerWeights[] {
  expectTrainMlpArguments(x, t, layers, options);
  const { learningRate, steps } = options;
  const moved = (from: NdArray, gradient: NdArray): NdArray => zip(from, gradient, (v, g) => v - learningRate * g);
  let trained = layers.map(({ w, b }) => ({ w: copied(w), b: copied(b) }));
  for (let step = 0; step < steps; step++) {
    const gradients = backprop(x, t, trained);
    trained = trained.map(({ w, b }, l) => {
      const gradient = gradients[l] as LayerWeights;
      return { w: moved(w, gradient.w), b: moved(b, gradient.b) };
    });
  }
  return trained;
}

/** Throws where the arguments are not legal. */
export function expectTrainMlpArguments(
  x: NdArray,
  t: NdArray,
  layers: readonly LayerWeights[],
  options: TrainMlpOptions,
): void {
  expectBackpropArguments(x, t, layers);
  expectOptions(options, ['learningRate', 'steps']);
  expectFinite('options.learningRate', options.learningRate);
  expectInteger('options.steps', options.steps, 0);
}
