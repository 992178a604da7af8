import { sigmoid } from '../backprop/sigmoid.ts';
import { expectShape, map, matrixShape, type NdArray, tensor, zip } from '../ndarray.ts';
import { tanh } from '../training/tanh.ts';
import { type GruOptions, type GruWeights, gruUnits } from './shared/gru-weights.ts';
import type { GateWeights } from './shared/lstm-weights.ts';

/**
 * One step of a gated recurrent unit.
 *
 * $$z = \sigma([h, x] W_z + b_z), \qquad r = \sigma([h, x] W_r + b_r), \qquad
 *   h' = z \odot h + (1 - z) \odot \tilde h$$
 *
 * $$\tilde h = \tanh([r \odot h, x] W + b) \quad \text{or, with resetAfter,} \quad
 *   \tilde h = \tanh(r \odot (h W^{(h)}) + x W^{(x)} + b)$$
 *
 * - $x$ `x` `[B, features]`: the input of this step
 * - $h$ `h` `[B, units]`: the state of the step before
 * - `weights`: of `update` (z), `reset` (r) and `candidate` each `w` `[units + features, units]` and `b` `[units]`
 * - $W^{(h)}$: the first rows of W, one per unit; $W^{(x)}$: the rest, one per feature
 * - `resetAfter`: whether the reset gate comes after the product with $W^{(h)}$; the bias is not reset
 * - $h'$ `[B, units]`
 *
 * The state comes before the input, as in lecture 7's LSTM. z keeps the old state, as in Keras and PyTorch; in Cho's paper
 * and some books it lets the candidate in. The two libraries have a second bias inside the reset product of
 * resetAfter, here 0.
 *
 * @throws {TypeError} A record is missing, or an array is not an ndarray.
 * @throws {RangeError} A shape does not fit, an array is empty, or an option is unknown.
 * @see Cho et al. (2014), Learning phrase representations using RNN encoder-decoder. Lecture 7.
 * @example gruCell(matrix([[1]]), matrix([[4]]), { update: { w: matrix([[0], [0]]), b: vector([0]) }, reset: { w: matrix([[0], [0]]), b: vector([0]) }, candidate: { w: matrix([[0], [0]]), b: vector([0]) } }) // [[2]]
 */
export function gruCell(x: NdArray, h: NdArray, weights: GruWeights, options: GruOptions = {}): NdArray {
  gruCellSizes(x, h, weights, options);
  const { update, candidate } = gruParts(x, h, weights, options);
  return mixed(update, h, candidate);
}

/**
 * The gradient of $\sum u h'$ by the input, the state and the weights, with $u$ the upstream gradient:
 *
 * $$\delta_z = u (h - \tilde h) z (1 - z), \qquad \delta = u (1 - z) (1 - \tilde h^2), \qquad
 *   \delta_r = \rho\, r (1 - r)$$
 *
 * where $\rho$ is what the candidate passes back to r: $h \odot \delta W^{(h)T}$ where r comes before the product,
 * $\delta \odot h W^{(h)}$ where it comes after.
 */
export function gruCellGradient(
  upstream: NdArray,
  x: NdArray,
  h: NdArray,
  weights: GruWeights,
  options: GruOptions = {},
): { x: NdArray; h: NdArray; weights: GruWeights } {
  const [B, , units] = gruCellSizes(x, h, weights, options);
  expectShape('upstream', upstream, [B, units], 'that of the result');
  const { update, reset, candidate, recurrent } = gruParts(x, h, weights, options);
  const open = map(update, (z) => 1 - z);
  const deltaUpdate = product(
    upstream,
    zip(h, candidate, (old, c) => old - c),
    update,
    open,
  );
  const delta = product(
    upstream,
    open,
    map(candidate, (c) => 1 - c * c),
  );
  // What arrives at the product of the state with its weights, and at its two factors.
  const { resetAfter = false } = options;
  const arriving = resetAfter ? product(delta, reset) : delta;
  const ofCandidate = back(
    { ofState: arriving, ofInput: delta },
    resetAfter ? h : product(reset, h),
    x,
    weights.candidate,
  );
  const byReset = resetAfter ? product(delta, recurrent) : product(ofCandidate.h, h);
  const deltaReset = product(
    byReset,
    reset,
    map(reset, (r) => 1 - r),
  );
  const ofUpdate = back({ ofState: deltaUpdate, ofInput: deltaUpdate }, h, x, weights.update);
  const ofReset = back({ ofState: deltaReset, ofInput: deltaReset }, h, x, weights.reset);
  const throughCandidate = resetAfter ? ofCandidate.h : product(ofCandidate.h, reset);
  return {
    x: total(ofUpdate.x, ofReset.x, ofCandidate.x),
    h: total(product(upstream, update), ofUpdate.h, ofReset.h, throughCandidate),
    weights: { update: ofUpdate.weights, reset: ofReset.weights, candidate: ofCandidate.weights },
  };
}

/** The numbers of samples, features and units, after the arguments have been checked. */
export function gruCellSizes(
  x: NdArray,
  h: NdArray,
  weights: GruWeights,
  options: GruOptions,
): [B: number, features: number, units: number] {
  const [B, features] = matrixShape('x', x);
  const units = gruUnits(features, weights, options);
  expectShape('h', h, [B, units], 'a row per sample, an entry per unit');
  return [B, features, units];
}

/** The gates, the candidate, and the product of the state with the candidate's weights where it is not reset before. */
function gruParts(
  x: NdArray,
  h: NdArray,
  { update, reset, candidate }: GruWeights,
  { resetAfter = false }: GruOptions,
): { update: NdArray; reset: NdArray; candidate: NdArray; recurrent: NdArray } {
  const driven = ({ w, b }: GateWeights, state: NdArray): NdArray =>
    total(rowsBy(x, w, b.size, b), rowsBy(state, w, 0));
  const r = map(driven(reset, h), sigmoid);
  const recurrent = rowsBy(resetAfter ? h : product(r, h), candidate.w, 0);
  const drives = total(
    rowsBy(x, candidate.w, candidate.b.size, candidate.b),
    resetAfter ? product(r, recurrent) : recurrent,
  );
  return { update: map(driven(update, h), sigmoid), reset: r, candidate: map(drives, tanh), recurrent };
}

/** What a gate passes back, where its product with the state and the one with the input have gradients of their own. */
function back(
  { ofState, ofInput }: { ofState: NdArray; ofInput: NdArray },
  state: NdArray,
  x: NdArray,
  { w }: GateWeights,
): { x: NdArray; h: NdArray; weights: GateWeights } {
  const [B, features] = x.shape as [number, number];
  const [, units] = state.shape as [number, number];
  const [dx, dh] = [tensor([B, features]), tensor([B, units])];
  const [dw, db] = [tensor(w.shape), tensor([units])];
  for (let n = 0; n < B; n++) {
    for (let j = 0; j < units; j++) {
      const [byState, byInput] = [ofState.get(n, j), ofInput.get(n, j)];
      db.set(j, db.get(j) + byInput);
      for (let k = 0; k < units; k++) {
        dw.set(k, j, dw.get(k, j) + state.get(n, k) * byState);
        dh.set(n, k, dh.get(n, k) + w.get(k, j) * byState);
      }
      for (let k = 0; k < features; k++) {
        dw.set(units + k, j, dw.get(units + k, j) + x.get(n, k) * byInput);
        dx.set(n, k, dx.get(n, k) + w.get(units + k, j) * byInput);
      }
    }
  }
  return { x: dx, h: dh, weights: { w: dw, b: db } };
}

/** The product of a matrix with the rows of w from `first` on, plus biases. */
function rowsBy(a: NdArray, w: NdArray, first: number, b?: NdArray): NdArray {
  const [B, width] = a.shape as [number, number];
  const [, units] = w.shape as [number, number];
  const result = tensor([B, units]);
  // Equivalent mutants: one more n, j (what they write is overwritten, or beyond the end and ignored)
  for (let n = 0; n < B; n++) {
    for (let j = 0; j < units; j++) {
      let sum = b === undefined ? 0 : b.get(j);
      for (let k = 0; k < width; k++) sum += a.get(n, k) * w.get(first + k, j);
      result.set(n, j, sum);
    }
  }
  return result;
}

/** z h + (1 - z) c */
function mixed(update: NdArray, h: NdArray, candidate: NdArray): NdArray {
  const kept = product(update, h);
  const taken = product(
    map(update, (z) => 1 - z),
    candidate,
  );
  return total(kept, taken);
}

function product(...factors: [NdArray, ...NdArray[]]): NdArray {
  return factors.reduce((a, b) => zip(a, b, (p, q) => p * q));
}

function total(...terms: [NdArray, ...NdArray[]]): NdArray {
  return terms.reduce((a, b) => zip(a, b, (p, q) => p + q));
}
