import { expectShape, type NdArray, sequenceShape, tensor, zip } from '../ndarray.ts';
import { expectChoice, expectInteger, expectList, expectOptions } from '../options.ts';
import { rnn, rnnGradient } from './rnn.ts';
import { type RnnWeights, rnnUnits } from './shared/rnn-weights.ts';
import { sequenceOf, stepOf, stepsOf } from './shared/steps.ts';

export interface StackedRnnOptions {
  /**
   * what goes in and comes out: every step and every state, every step and the last state, or one step that is repeated;
   * default 'many-to-many'
   */
  kind?: 'many-to-many' | 'many-to-one' | 'one-to-many';
  /** how often the one step is repeated, for 'one-to-many' alone */
  steps?: number;
}

const KINDS = ['many-to-many', 'many-to-one', 'one-to-many'] as const;

/**
 * Recurrent layers on top of each other: each takes the states of the one below as its inputs.
 *
 * $$h^{(l)}_t = \tanh(h^{(l-1)}_t W^{(l)}_x + h^{(l)}_{t-1} W^{(l)}_h + b^{(l)}), \qquad h^{(0)}_t = x_t$$
 *
 * - $x$ `x` `[B, T, features]`: a sequence of T inputs for each of B samples
 * - `layers`: of each layer `wx` `[units below, units]`, `wh` `[units, units]` and `b` `[units]`
 * - the result has the states of the last layer: with kind 'many-to-many' those of all steps `[B, T, units]`, with
 *   'many-to-one' that of the last step `[B, 1, units]`
 * - with kind 'one-to-many' x has one step, which every step of the first layer is given: `[B, steps, units]`
 *
 * @throws {TypeError} `layers` is not a list of records, or an array is not an ndarray.
 * @throws {RangeError} A shape does not fit, an array or `layers` is empty, an option is unknown, or `steps` and `kind` do
 * not belong together.
 * @see Graves, Mohamed, Hinton (2013), Speech recognition with deep recurrent neural networks. Lecture 7.
 * @example stackedRnn(tensor([1, 2, 1], [1, 2]), [{ wx: matrix([[0]]), wh: matrix([[3]]), b: vector([0]) }], { kind: 'many-to-one' }) // [[[0]]]
 */
export function stackedRnn(x: NdArray, layers: readonly RnnWeights[], options: StackedRnnOptions = {}): NdArray {
  const { T, kind } = stackedRnnSizes(x, layers, options);
  const states = layers.reduce((below, weights) => rnn(below, weights), fed(x, T, kind));
  return kind === 'many-to-one' ? sequenceOf([stepOf(states, T - 1)]) : states;
}

/**
 * The gradient of $\sum u h$ over what is returned, by the sequence and the weights of each layer, with $u$ the upstream
 * gradient: from the last layer to the first, what `rnnGradient` passes back is the upstream gradient of the layer below.
 * The one step of 'one-to-many' has the sum over all steps.
 */
export function stackedRnnGradient(
  upstream: NdArray,
  x: NdArray,
  layers: readonly RnnWeights[],
  options: StackedRnnOptions = {},
): { x: NdArray; layers: RnnWeights[] } {
  const { B, T, units, kind } = stackedRnnSizes(x, layers, options);
  const isLast = kind === 'many-to-one';
  expectShape('upstream', upstream, [B, isLast ? 1 : T, units], 'that of the result');
  const inputs = [fed(x, T, kind)];
  // Equivalent mutants: `1 * (1 + 1e-6)` (places are whole)
  // Equivalent mutant: `of layers)` (what comes out of the last layer is not read)
  for (const weights of layers.slice(0, -1)) inputs.push(rnn(inputs.at(-1) as NdArray, weights));
  const nothing = Array.from({ length: T - 1 }, () => tensor([B, units]));
  let back = isLast ? sequenceOf([...nothing, stepOf(upstream, 0)]) : upstream;
  const gradients: RnnWeights[] = [];
  for (let l = layers.length - 1; l >= 0; l--) {
    const layer = rnnGradient(back, inputs[l] as NdArray, layers[l] as RnnWeights);
    gradients.unshift(layer.weights);
    back = layer.x;
  }
  const added = (steps: NdArray[]): NdArray => steps.reduce((a, b) => zip(a, b, (p, q) => p + q));
  return { x: kind === 'one-to-many' ? sequenceOf([added(stepsOf(back))]) : back, layers: gradients };
}

/** The numbers of samples, steps and units of the last layer, and the kind, after the arguments have been checked. */
export function stackedRnnSizes(
  x: NdArray,
  layers: readonly RnnWeights[],
  options: StackedRnnOptions,
): { B: number; T: number; units: number; kind: (typeof KINDS)[number] } {
  expectOptions(options, ['kind', 'steps']);
  const { kind = 'many-to-many', steps } = options;
  expectChoice('options.kind', kind, KINDS);
  if (steps !== undefined) expectInteger('options.steps', steps, 1);
  if ((steps === undefined) === (kind === 'one-to-many')) {
    throw new RangeError(
      `options.steps: expected a number of steps for 'one-to-many', and for it alone, got ${steps} for '${kind}'`,
    );
  }
  const [B, T, features] = sequenceShape('x', x);
  if (steps !== undefined) expectShape('x', x, [B, 1, features], 'the one step that is repeated');
  expectList('layers', layers);
  if (layers.length === 0) throw new RangeError('layers: expected at least one layer, got none');
  const units = layers.reduce((below, weights, l) => rnnUnits(below, weights, `layers[${l}]`), features);
  return { B, T: steps ?? T, units, kind };
}

/** What the first layer is given. */
function fed(x: NdArray, T: number, kind: (typeof KINDS)[number]): NdArray {
  return kind === 'one-to-many' ? sequenceOf(Array.from({ length: T }, () => stepOf(x, 0))) : x;
}
