import { sigmoid } from '../backprop/sigmoid.ts';
import { expectShape, matrixShape, type NdArray, tensor } from '../ndarray.ts';
import { tanh } from '../training/tanh.ts';
import {
  GATES,
  type GateWeights,
  joinedLike,
  type LstmOptions,
  type LstmWeights,
  lstmUnits,
  type SeparateWeights,
  separated,
} from './shared/lstm-weights.ts';

/** The activation of each gate, and the candidate for the cell: `[B, units]` each. */
export interface LstmGates {
  forget: NdArray;
  input: NdArray;
  candidate: NdArray;
  output: NdArray;
}

/**
 * The gates of an LSTM cell, and its candidate for the cell state.
 *
 * $$f = \sigma([h, x] W_f + b_f), \quad i = \sigma([h, x] W_i + b_i), \quad
 *   \tilde c = \tanh([h, x] W_c + b_c), \quad o = \sigma([h, x] W_o + b_o)$$
 *
 * - $x$ `x` `[B, features]`: the input of this step
 * - $h$ `h` `[B, units]`: the hidden state of the step before
 * - $W$, $b$ `weights`: of each gate `w` `[units + features, units]` and `b` `[units]`
 * - $f, i, \tilde c, o$ `forget`, `input`, `candidate`, `output` `[B, units]`
 *
 * The state comes before the input, as in the notes; with `inputOrder: 'xh'` the input comes first. Packed weights of
 * all gates are one record `{ w, b }`, in the order that `gateOrder` names. $W_i$ belongs to the input gate;
 * the notes call it the forget layer's.
 *
 * Error of a drive at most $\gamma_{k+1} (|b| + \sum |[h, x] W|)$ for its k products, as a term passes one of them and
 * k sums: $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$. The activations have no slope above 1, and add at most 4 u of
 * themselves.
 *
 * @throws {TypeError} A record is missing, or an array is not an ndarray.
 * @throws {RangeError} A shape does not fit, an array is empty, or an option is unknown.
 * @see Hochreiter, Schmidhuber (1997), Long short-term memory; Gers et al. (2000), Learning to forget. Lecture 7.
 * @example
 * const gate = { w: matrix([[0], [0], [0]]), b: vector([0]) };
 * const weights = { forget: gate, input: gate, candidate: gate, output: gate };
 * lstmGates(matrix([[1, 1]]), matrix([[2]]), weights) // { forget: [[0.5]], input: [[0.5]], candidate: [[0]], output: [[0.5]] }
 */
export function lstmGates(x: NdArray, h: NdArray, weights: LstmWeights, options: LstmOptions = {}): LstmGates {
  const [B, features, units] = lstmGatesSizes(x, h, weights, options);
  const separate = separated(weights, features, options);
  const activated = (w: GateWeights, activation: (z: number) => number): NdArray => {
    const a = tensor([B, units]);
    // Equivalent mutants: one more n, j (what they write is overwritten, or beyond the end and ignored)
    for (let n = 0; n < B; n++) {
      for (let j = 0; j < units; j++) {
        let z = w.b.get(j);
        for (let k = 0; k < units; k++) z += h.get(n, k) * w.w.get(k, j);
        for (let k = 0; k < features; k++) z += x.get(n, k) * w.w.get(units + k, j);
        a.set(n, j, activation(z));
      }
    }
    return a;
  };
  return {
    forget: activated(separate.forget, sigmoid),
    input: activated(separate.input, sigmoid),
    candidate: activated(separate.candidate, tanh),
    output: activated(separate.output, sigmoid),
  };
}

/**
 * The gradient of $\sum u_f f + u_i i + u_{\tilde c} \tilde c + u_o o$ by the input, the state and the weights, with $u$
 * the upstream gradients. With $\delta_f = u_f f (1 - f)$, the same for i and o, and
 * $\delta_{\tilde c} = u_{\tilde c} (1 - \tilde c^2)$:
 *
 * $$\frac{\partial}{\partial [h, x]} = \sum_g \delta_g W_g^T, \qquad
 *   \frac{\partial}{\partial W_g} = [h, x]^T \delta_g, \qquad \frac{\partial}{\partial b_g} = \sum_n \delta_{g,n}$$
 */
export function lstmGatesGradient(
  upstream: LstmGates,
  x: NdArray,
  h: NdArray,
  weights: LstmWeights,
  options: LstmOptions = {},
): { x: NdArray; h: NdArray; weights: LstmWeights } {
  const [B, features, units] = lstmGatesSizes(x, h, weights, options);
  for (const gate of GATES) {
    expectShape(`upstream.${gate}`, upstream[gate], [B, units], 'a row per sample, an entry per unit');
  }
  const separate = separated(weights, features, options);
  const gates = lstmGates(x, h, weights, options);
  const dx = tensor([B, features]);
  const dh = tensor([B, units]);
  const byGate = GATES.map((gate): [string, GateWeights] => {
    const { w } = separate[gate];
    const dw = tensor(w.shape);
    const db = tensor([units]);
    for (let n = 0; n < B; n++) {
      for (let j = 0; j < units; j++) {
        const a = gates[gate].get(n, j);
        const delta = upstream[gate].get(n, j) * (gate === 'candidate' ? 1 - a * a : a * (1 - a));
        db.set(j, db.get(j) + delta);
        for (let k = 0; k < units; k++) {
          dw.set(k, j, dw.get(k, j) + h.get(n, k) * delta);
          dh.set(n, k, dh.get(n, k) + w.get(k, j) * delta);
        }
        for (let k = 0; k < features; k++) {
          dw.set(units + k, j, dw.get(units + k, j) + x.get(n, k) * delta);
          dx.set(n, k, dx.get(n, k) + w.get(units + k, j) * delta);
        }
      }
    }
    return [gate, { w: dw, b: db }];
  });
  const gradients = Object.fromEntries(byGate) as unknown as SeparateWeights;
  return { x: dx, h: dh, weights: joinedLike(weights, gradients, features, options) };
}

/** The numbers of samples, features and units, after the arguments have been checked. */
export function lstmGatesSizes(
  x: NdArray,
  h: NdArray,
  weights: LstmWeights,
  options: LstmOptions,
): [B: number, features: number, units: number] {
  const [B, features] = matrixShape('x', x);
  const units = lstmUnits(features, weights, options);
  expectShape('h', h, [B, units], 'a row per sample, an entry per unit');
  return [B, features, units];
}
