import { expectShape, matrixShape, type NdArray, sequenceShape, tensor } from '../ndarray.ts';

/**
 * Output of a recurrent layer: one dense layer, the same at each step, without an activation.
 *
 * $$y_t = h_t W_{ho} + b$$
 *
 * - $h$ `h` `[B, T, units]`: the states of all steps
 * - $W_{ho}$ `w` `[units, outputs]`: the weight from unit k to output j
 * - $b$ `b` `[outputs]`: the bias of each output
 * - $y$ `[B, T, outputs]`
 *
 * Error at most $\gamma_{k+1} (|b| + \sum |h W_{ho}|)$ for its k products, as a term passes one of them and k sums:
 * $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} `h`, `w` or `b` is not an ndarray.
 * @throws {RangeError} One of them is empty or of another rank, `w` has not one row per unit, or `b` not one entry per
 * column of `w`.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, section 10.2. Lecture 7.
 * @example rnnOutput(tensor([1, 2, 1], [1, 2]), matrix([[3]]), vector([1])) // [[[4], [7]]]
 */
export function rnnOutput(h: NdArray, w: NdArray, b: NdArray): NdArray {
  const [B, T, units, outputs] = rnnOutputSizes(h, w, b);
  const y = tensor([B, T, outputs]);
  // Equivalent mutants: one more n, t, j (what they write is overwritten, or beyond the end and ignored)
  for (let n = 0; n < B; n++) {
    for (let t = 0; t < T; t++) {
      for (let j = 0; j < outputs; j++) {
        let sum = b.get(j);
        for (let k = 0; k < units; k++) sum += h.get(n, t, k) * w.get(k, j);
        y.set(n, t, j, sum);
      }
    }
  }
  return y;
}

/**
 * The gradient of $\sum u y$ by the states, the weights and the biases, with $u$ the upstream gradient:
 *
 * $$\frac{\partial}{\partial h_t} = u_t W_{ho}^T, \qquad \frac{\partial}{\partial W_{ho}} = \sum_t h_t^T u_t, \qquad
 *   \frac{\partial}{\partial b} = \sum_{n,t} u_{n,t}$$
 */
export function rnnOutputGradient(
  upstream: NdArray,
  h: NdArray,
  w: NdArray,
  b: NdArray,
): { h: NdArray; w: NdArray; b: NdArray } {
  const [B, T, units, outputs] = rnnOutputSizes(h, w, b);
  expectShape('upstream', upstream, [B, T, outputs], 'that of the result');
  const [dh, dw, db] = [tensor([B, T, units]), tensor([units, outputs]), tensor([outputs])];
  for (let n = 0; n < B; n++) {
    for (let t = 0; t < T; t++) {
      for (let j = 0; j < outputs; j++) {
        const u = upstream.get(n, t, j);
        db.set(j, db.get(j) + u);
        for (let k = 0; k < units; k++) {
          dh.set(n, t, k, dh.get(n, t, k) + w.get(k, j) * u);
          dw.set(k, j, dw.get(k, j) + h.get(n, t, k) * u);
        }
      }
    }
  }
  return { h: dh, w: dw, b: db };
}

/** The numbers of samples, steps, units and outputs, after the arguments have been checked. */
export function rnnOutputSizes(
  h: NdArray,
  w: NdArray,
  b: NdArray,
): [B: number, T: number, units: number, outputs: number] {
  const [B, T, units] = sequenceShape('h', h);
  const [, outputs] = matrixShape('w', w);
  expectShape('w', w, [units, outputs], 'a row per unit, a column per output');
  expectShape('b', b, [outputs], 'one per output');
  return [B, T, units, outputs];
}
