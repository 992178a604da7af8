import { last, nth } from '../../values/nth.ts';
import type { Matrix, Vector } from '../../values/value.ts';
import type { SigmoidLayer } from './mlp-inputs.ts';

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
const dot = (a: Vector, b: Vector): number => a.reduce((sum, x, i) => sum + x * nth(b, i), 0);
const column = (m: Matrix, j: number): Vector => m.map((row) => nth(row, j));

/** What wrong forms of the backward pass do differently. */
export interface BackpropParts {
  /** the derivative of the loss by an activation of the last layer */
  error: (y: number, t: number) => number;
  /** the derivative of the last layer's activation, from the activation */
  outputSlope: (a: number) => number;
  hiddenSlope: (a: number) => number;
  /** by what the sums over the batch are divided */
  divisor: (B: number) => number;
  /** the weights through which the error signals go back, where their gradient is known already */
  passedBack: (w: Matrix, gradient: Matrix) => Matrix;
}

const right: BackpropParts = {
  error: (y, t) => y - t,
  outputSlope: (a) => a * (1 - a),
  hiddenSlope: (a) => a * (1 - a),
  divisor: (B) => B,
  passedBack: (w) => w,
};

/** The backward pass over plain arrays, as students write it, with some of its parts exchanged. */
export function plainBackprop(
  x: Matrix,
  t: Matrix,
  layers: readonly SigmoidLayer[],
  parts: Partial<BackpropParts> = {},
): SigmoidLayer[] {
  const { error, outputSlope, hiddenSlope, divisor, passedBack } = { ...right, ...parts };
  const activations = [x];
  for (const { w, b } of layers) {
    const before = last(activations);
    activations.push(before.map((row) => b.map((bias, j) => sigmoid(dot(row, column(w, j)) + bias))));
  }
  const y = last(activations);
  let deltas = y.map((row, n) => row.map((a, k) => error(a, nth(nth(t, n), k)) * outputSlope(a)));
  const gradients: SigmoidLayer[] = [];
  for (let l = layers.length - 1; l >= 0; l--) {
    const before = nth(activations, l);
    const { w, b } = nth(layers, l);
    const ofW = w.map((row, i) => row.map((_, j) => dot(column(before, i), column(deltas, j)) / divisor(x.length)));
    const ofB = b.map((_, j) => column(deltas, j).reduce((sum, delta) => sum + delta, 0) / divisor(x.length));
    gradients.unshift({ w: ofW, b: ofB });
    const back = passedBack(w, ofW);
    deltas = before.map((row, n) => row.map((a, i) => dot(nth(back, i), nth(deltas, n)) * hiddenSlope(a)));
  }
  return gradients;
}
