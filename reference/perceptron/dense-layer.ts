import { expectShape, matrixShape, type NdArray, tensor } from '../ndarray.ts';
import { expectChoice } from '../options.ts';
import { ACTIVATIONS, type Activation, activate, activateGradient } from './shared/activate.ts';
import { layerUnits } from './shared/layer-units.ts';

/**
 * A layer of neurons that each see every input.
 *
 * $$a = f(x W + b), \qquad a_{nj} = f \Bigl( \sum_{i=1}^{m} x_{ni} w_{ij} + b_j \Bigr)$$
 *
 * - $x$ `x` `[B, m]`: one sample per row
 * - $W$ `w` `[m, n]`: the weight from input i to unit j
 * - $b$ `b` `[n]`: the bias of each unit
 * - $f$ `activation`: 'identity' (the default), 'sigmoid', 'tanh' or 'relu', element by element
 * - $a$ `[B, n]`
 *
 * The bias belongs to the drive, so it is added before the activation. It is the same as a column of ones beside x and b
 * as the last row of W.
 *
 * Error of a drive at most $\gamma_{m+1} (|b_j| + \sum_i |x_{ni} w_{ij}|)$, as a term passes one product and m sums:
 * $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$. The activations have no slope above 1, and sigmoid and tanh add at most 2
 * ulp.
 *
 * @throws {TypeError} `x`, `w` or `b` is not an ndarray.
 * @throws {RangeError} One of them is empty or of another rank, `w` has not one row per column of `x`, `b` not one entry
 * per column of `w`, or `activation` is unknown.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, section 6.1. Lecture 1.
 * @example denseLayer(matrix([[1, 2]]), matrix([[3, -4], [5, 1]]), vector([10, 1]), 'relu') // [[23, 0]]
 */
export function denseLayer(x: NdArray, w: NdArray, b: NdArray, activation: Activation = 'identity'): NdArray {
  const { B, m, n } = denseLayerSizes(x, w, b, activation);
  return activate(drivesOf(x, w, b, B, m, n), activation);
}

/**
 * The gradient of $\sum_{nj} u_{nj} a_{nj}$ by the input, the weights and the biases, with $u$ the upstream gradient and
 * $d = x W + b$:
 *
 * $$\delta_{nj} = u_{nj} f'(d_{nj}), \qquad \frac{\partial}{\partial x} = \delta W^T, \qquad
 *   \frac{\partial}{\partial W} = x^T \delta, \qquad \frac{\partial}{\partial b_j} = \sum_{n=1}^{B} \delta_{nj}$$
 *
 * At a drive of exactly 0 the slope of relu is taken as 0, as libraries do.
 */
export function denseLayerGradient(
  upstream: NdArray,
  x: NdArray,
  w: NdArray,
  b: NdArray,
  activation: Activation = 'identity',
): { x: NdArray; w: NdArray; b: NdArray } {
  const { B, m, n } = denseLayerSizes(x, w, b, activation);
  expectShape('upstream', upstream, [B, n], 'one row per sample, one column per unit');
  const delta = activateGradient(upstream, drivesOf(x, w, b, B, m, n), activation);
  const [dx, dw, db] = [tensor([B, m]), tensor([m, n]), tensor([n])];
  for (let sample = 0; sample < B; sample++) {
    for (let j = 0; j < n; j++) {
      const d = delta.get(sample, j);
      db.set(j, db.get(j) + d);
      for (let i = 0; i < m; i++) {
        dx.set(sample, i, dx.get(sample, i) + d * w.get(i, j));
        dw.set(i, j, dw.get(i, j) + x.get(sample, i) * d);
      }
    }
  }
  return { x: dx, w: dw, b: db };
}

/** The sizes of the batch, of a sample and of the layer, where the arguments are legal. */
export function denseLayerSizes(
  x: NdArray,
  w: NdArray,
  b: NdArray,
  activation: Activation,
): { B: number; m: number; n: number } {
  const [B, m] = matrixShape('x', x);
  const n = layerUnits('', m, { w, b });
  expectChoice('activation', activation, ACTIVATIONS);
  return { B, m, n };
}

function drivesOf(x: NdArray, w: NdArray, b: NdArray, B: number, m: number, n: number): NdArray {
  const d = tensor([B, n]);
  // Equivalent mutants: one more sample, j (what they write is overwritten, or beyond the end and ignored)
  for (let sample = 0; sample < B; sample++) {
    for (let j = 0; j < n; j++) {
      let sum = b.get(j);
      for (let i = 0; i < m; i++) sum += x.get(sample, i) * w.get(i, j);
      d.set(sample, j, sum);
    }
  }
  return d;
}
