import { expectShape, map, matrixShape, type NdArray, zip } from '../ndarray.ts';
import { expectRecord } from '../options.ts';
import { tanh } from '../training/tanh.ts';
import { lstmGates, lstmGatesGradient } from './lstm-gates.ts';
import { type LstmOptions, type LstmWeights, lstmUnits } from './shared/lstm-weights.ts';

/** The hidden state and the cell state, `[B, units]` each. */
export interface LstmState {
  h: NdArray;
  c: NdArray;
}

/**
 * One step of a long short-term memory.
 *
 * $$c' = f \odot c + i \odot \tilde c, \qquad h' = o \odot \tanh(c')$$
 *
 * - $x$ `x` `[B, features]`: the input of this step
 * - $h$, $c$ `state.h`, `state.c` `[B, units]`: hidden state and cell state of the step before
 * - $f, i, o$ the gates, by the sigmoid of $[h, x] W + b$, and $\tilde c$ the candidate, by its tanh: see `lstmGates`
 * - `weights`: of `forget`, `input`, `candidate` and `output` each `w` `[units + features, units]` and `b` `[units]`
 * - $h'$, $c'$ `h`, `c` `[B, units]`
 *
 * The state comes before the input, as in the notes; with `inputOrder: 'xh'` the input comes first. Packed weights of
 * all gates are one record `{ w, b }`; `{ inputOrder: 'xh', gateOrder: 'ifco' }` reads those of Keras, kernel
 * above recurrent kernel. No 1 is added to the bias of the forget gate. PyTorch has the weights of input and state apart and
 * transposed, `[4 units, features]` and `[4 units, units]`, the gates in the order of Keras, and two biases, which it adds.
 *
 * @throws {TypeError} A record is missing, or an array is not an ndarray.
 * @throws {RangeError} A shape does not fit, an array is empty, or an option is unknown.
 * @see Hochreiter, Schmidhuber (1997), Long short-term memory; Gers et al. (2000), Learning to forget. Lecture 7.
 * @example
 * const gate = { w: matrix([[0], [0]]), b: vector([0]) };
 * const weights = { forget: gate, input: gate, candidate: gate, output: gate };
 * lstmCell(matrix([[1]]), { h: matrix([[3]]), c: matrix([[2]]) }, weights) // { h: [[0.3807970779778824]], c: [[1]] }
 */
export function lstmCell(x: NdArray, state: LstmState, weights: LstmWeights, options: LstmOptions = {}): LstmState {
  expectLstmCellArguments(x, state, weights, options);
  const { forget, input, candidate, output } = lstmGates(x, state.h, weights, options);
  const c = sum(product(forget, state.c), product(input, candidate));
  return { h: product(output, map(c, tanh)), c };
}

/**
 * The gradient of $\sum u_h h' + u_c c'$ by the input, the state and the weights, with $u$ the upstream gradients:
 *
 * $$\delta = u_c + u_h \odot o \odot (1 - \tanh^2 c'), \qquad \frac{\partial}{\partial c} = \delta \odot f$$
 *
 * and through the gates what $\partial / \partial f = \delta \odot c$, $\partial / \partial i = \delta \odot \tilde c$,
 * $\partial / \partial \tilde c = \delta \odot i$ and $\partial / \partial o = u_h \odot \tanh c'$ pass back.
 */
export function lstmCellGradient(
  upstream: LstmState,
  x: NdArray,
  state: LstmState,
  weights: LstmWeights,
  options: LstmOptions = {},
): { x: NdArray; state: LstmState; weights: LstmWeights } {
  const shape = expectLstmCellArguments(x, state, weights, options);
  expectShape('upstream.h', upstream.h, shape, 'that of the result');
  expectShape('upstream.c', upstream.c, shape, 'that of the result');
  const gates = lstmGates(x, state.h, weights, options);
  const { forget, input, candidate, output } = gates;
  const shown = map(lstmCell(x, state, weights, options).c, tanh);
  const throughOutput = product(
    product(upstream.h, output),
    map(shown, (t) => 1 - t * t),
  );
  const delta = sum(upstream.c, throughOutput);
  const byGate = {
    forget: product(delta, state.c),
    input: product(delta, candidate),
    candidate: product(delta, input),
    output: product(upstream.h, shown),
  };
  const back = lstmGatesGradient(byGate, x, state.h, weights, options);
  return { x: back.x, state: { h: back.h, c: product(delta, forget) }, weights: back.weights };
}

/** The shape of the state, after the arguments have been checked. */
export function expectLstmCellArguments(
  x: NdArray,
  state: LstmState,
  weights: LstmWeights,
  options: LstmOptions,
): [B: number, units: number] {
  const [B, features] = matrixShape('x', x);
  const units = lstmUnits(features, weights, options);
  expectRecord('state', state);
  expectShape('state.h', state.h, [B, units], 'a row per sample, an entry per unit');
  expectShape('state.c', state.c, [B, units], 'a row per sample, an entry per unit');
  return [B, units];
}

function product(a: NdArray, b: NdArray): NdArray {
  return zip(a, b, (p, q) => p * q);
}

function sum(a: NdArray, b: NdArray): NdArray {
  return zip(a, b, (p, q) => p + q);
}
