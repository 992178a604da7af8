import type { Matrix, Vector } from '../../values/value.ts';
import type { SigmoidLayer } from './mlp-inputs.ts';

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
const dot = (a: Vector, b: Vector): number => a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);
const column = (m: Matrix, j: number): Vector => m.map((row) => row[j] as number);

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
    const before = activations.at(-1) as Matrix;
    activations.push(before.map((row) => b.map((bias, j) => sigmoid(dot(row, column(w, j)) + bias))));
  }
  const y = activations.at(-1) as Matrix;
  let deltas = y.map((row, n) => row.map((a, k) => error(a, t[n]?.[k] as number) * outputSlope(a)));
  const gradients: SigmoidLayer[] = [];
  for (let l = layers.length - 1; l >= 0; l--) {
    const before = activations[l] as Matrix;
    const { w, b } = layers[l] as SigmoidLayer;
    const ofW = w.map((row, i) => row.map((_, j) => dot(column(before, i), column(deltas, j)) / divisor(x.length)));
    const ofB = b.map((_, j) => column(deltas, j).reduce((sum, delta) => sum + delta, 0) / divisor(x.length));
    gradients.unshift({ w: ofW, b: ofB });
    const back = passedBack(w, ofW);
    deltas = before.map((row, n) => row.map((a, i) => dot(back[i] as Vector, deltas[n] as Vector) * hiddenSlope(a)));
  }
  return gradients;
}
