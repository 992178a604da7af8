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
  /** what goes back through the weights: the error signal, made of what arrives at an activation and of its derivative */
  signal: (delta: number, arriving: number) => number;
  /** what the gradient of the weights is multiplied with: the activation of the layer before, or what else is made of its drive */
  input: (activation: number, drive: number) => number;
  /** what the next layer is given */
  passedOn: (activation: number, drive: number) => number;
}

const right: BackpropParts = {
  error: (y, t) => y - t,
  outputSlope: (a) => a * (1 - a),
  hiddenSlope: (a) => a * (1 - a),
  divisor: (B) => B,
  passedBack: (w) => w,
  signal: (delta) => delta,
  input: (activation) => activation,
  passedOn: (activation) => activation,
};

/** The backward pass over plain arrays, as students write it, with some of its parts exchanged. */
export function plainBackprop(
  x: Matrix,
  t: Matrix,
  layers: readonly SigmoidLayer[],
  parts: Partial<BackpropParts> = {},
): SigmoidLayer[] {
  const { error, outputSlope, hiddenSlope, divisor, passedBack, signal, input, passedOn } = { ...right, ...parts };
  const activations = [x];
  // The inputs have no drives: they count as they are.
  const drives = [x];
  let passed = x;
  for (const { w, b } of layers) {
    const z = passed.map((row) => b.map((bias, j) => dot(row, column(w, j)) + bias));
    drives.push(z);
    activations.push(z.map((row) => row.map(sigmoid)));
    passed = z.map((row) => row.map((drive) => passedOn(sigmoid(drive), drive)));
  }
  const y = last(activations);
  let arriving = y.map((row, n) => row.map((a, k) => error(a, nth(nth(t, n), k))));
  const gradients: SigmoidLayer[] = [];
  for (let l = layers.length - 1; l >= 0; l--) {
    const slope = l === layers.length - 1 ? outputSlope : hiddenSlope;
    const after = nth(activations, l + 1);
    const deltas = arriving.map((row, n) => row.map((e, k) => e * slope(nth(nth(after, n), k))));
    const before = nth(activations, l).map((row, n) => row.map((a, i) => input(a, nth(nth(nth(drives, l), n), i))));
    const { w, b } = nth(layers, l);
    const ofW = w.map((row, i) => row.map((_, j) => dot(column(before, i), column(deltas, j)) / divisor(x.length)));
    const ofB = b.map((_, j) => column(deltas, j).reduce((sum, delta) => sum + delta, 0) / divisor(x.length));
    gradients.unshift({ w: ofW, b: ofB });
    const back = passedBack(w, ofW);
    const signals = deltas.map((row, n) => row.map((delta, k) => signal(delta, nth(nth(arriving, n), k))));
    arriving = before.map((_, n) => w.map((_row, i) => dot(nth(back, i), nth(signals, n))));
  }
  return gradients;
}
