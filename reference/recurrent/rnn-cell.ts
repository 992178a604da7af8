import { expectShape, matrixShape, type NdArray, tensor } from '../ndarray.ts';
import { expectChoice } from '../options.ts';
import { activate, activateGradient } from '../perceptron/shared/activate.ts';
import { type RnnWeights, rnnUnits } from './shared/rnn-weights.ts';

/** The activation function of a recurrent layer. */
export type RnnActivation = 'tanh' | 'sigmoid' | 'relu';

/**
 * One step of a recurrent layer.
 *
 * $$h' = f(x W_x + h W_h + b)$$
 *
 * - $x$ `x` `[B, features]`: the input of this step
 * - $h$ `h` `[B, units]`: the state of the step before
 * - $W_x$, $W_h$, $b$ `weights`: `wx` `[features, units]`, `wh` `[units, units]` and `b` `[units]`
 * - $f$ `activation`: 'tanh' (the default), 'sigmoid' or 'relu', element by element
 * - $h'$ `[B, units]`
 *
 * It is the same as one product of the concatenation $[h, x]$ with $W_h$ above $W_x$.
 *
 * Error of a drive at most $\gamma_{k+1} (|b| + \sum |x W_x| + \sum |h W_h|)$ for its k products, as a term passes one of
 * them and k sums: $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$. The activations have no slope above 1, and sigmoid and
 * tanh add at most 2 ulp.
 *
 * @throws {TypeError} `weights` is not a record, or an array is not an ndarray.
 * @throws {RangeError} A shape does not fit, an array is empty, or `activation` is unknown.
 * @see Elman (1990), Finding structure in time. Lecture 7.
 * @example rnnCell(matrix([[1, 2]]), matrix([[3]]), { wx: matrix([[4], [5]]), wh: matrix([[-2]]), b: vector([1]) }, 'relu') // [[9]]
 */
export function rnnCell(x: NdArray, h: NdArray, weights: RnnWeights, activation: RnnActivation = 'tanh'): NdArray {
  rnnCellSizes(x, h, weights, activation);
  return activate(drivesOf(x, h, weights), activation);
}

/**
 * The gradient of $\sum u h'$ by the input, the state and the weights, with $u$ the upstream gradient and
 * $d = x W_x + h W_h + b$:
 *
 * $$\delta = u \odot f'(d), \qquad \frac{\partial}{\partial x} = \delta W_x^T, \quad
 *   \frac{\partial}{\partial h} = \delta W_h^T, \qquad \frac{\partial}{\partial W_x} = x^T \delta, \quad
 *   \frac{\partial}{\partial W_h} = h^T \delta, \quad \frac{\partial}{\partial b} = \sum_n \delta_n$$
 *
 * At a drive of exactly 0 the slope of relu is taken as 0, as libraries do.
 */
export function rnnCellGradient(
  upstream: NdArray,
  x: NdArray,
  h: NdArray,
  weights: RnnWeights,
  activation: RnnActivation = 'tanh',
): { x: NdArray; h: NdArray; weights: RnnWeights } {
  const [B, features, units] = rnnCellSizes(x, h, weights, activation);
  expectShape('upstream', upstream, [B, units], 'that of the result');
  const { wx, wh } = weights;
  const delta = activateGradient(upstream, drivesOf(x, h, weights), activation);
  const [dx, dh, db] = [tensor([B, features]), tensor([B, units]), tensor([units])];
  const [dwx, dwh] = [tensor([features, units]), tensor([units, units])];
  for (let n = 0; n < B; n++) {
    for (let j = 0; j < units; j++) {
      const d = delta.get(n, j);
      db.set(j, db.get(j) + d);
      for (let k = 0; k < features; k++) {
        dx.set(n, k, dx.get(n, k) + wx.get(k, j) * d);
        dwx.set(k, j, dwx.get(k, j) + x.get(n, k) * d);
      }
      for (let k = 0; k < units; k++) {
        dh.set(n, k, dh.get(n, k) + wh.get(k, j) * d);
        dwh.set(k, j, dwh.get(k, j) + h.get(n, k) * d);
      }
    }
  }
  return { x: dx, h: dh, weights: { wx: dwx, wh: dwh, b: db } };
}

/** The numbers of samples, features and units, after the arguments have been checked. */
export function rnnCellSizes(
  x: NdArray,
  h: NdArray,
  weights: RnnWeights,
  activation: RnnActivation,
): [B: number, features: number, units: number] {
  const [B, features] = matrixShape('x', x);
  const units = rnnUnits(features, weights);
  expectShape('h', h, [B, units], 'a row per sample, an entry per unit');
  expectChoice('activation', activation, ['tanh', 'sigmoid', 'relu']);
  return [B, features, units];
}

function drivesOf(x: NdArray, h: NdArray, { wx, wh, b }: RnnWeights): NdArray {
  const [B, features] = x.shape as [number, number];
  const [units] = b.shape as [number];
  const drives = tensor([B, units]);
  // Equivalent mutants: one more n, j (what they write is overwritten, or beyond the end and ignored)
  for (let n = 0; n < B; n++) {
    for (let j = 0; j < units; j++) {
      let d = b.get(j);
      for (let k = 0; k < features; k++) d += x.get(n, k) * wx.get(k, j);
      for (let k = 0; k < units; k++) d += h.get(n, k) * wh.get(k, j);
      drives.set(n, j, d);
    }
  }
  return drives;
}
