import fc from 'fast-check';
import { mild, numbers, size, take } from '../../inputs/inputs.ts';
import { weightScale } from '../../perceptron/shared/layer-inputs.ts';
import { roundedDrives } from '../../perceptron/shared/rounded-dense.ts';
import type { Lifted, Rounded, Rounding } from '../../rounding/rounding.ts';
import { last, nth } from '../../values/nth.ts';
import type { Matrix, Vector } from '../../values/value.ts';
import { slopeAtZero } from './slope-at-zero.ts';

/** A layer of sigmoid units as plain arrays. */
export type SigmoidLayer = { w: Matrix; b: Vector };
export type Mlp = [x: Matrix, t: Matrix, layers: SigmoidLayer[]];

/** Targets in 0..1 on a grid of 1/256, 0 and 1 often among them. */
export const target: fc.Arbitrary<number> = fc.oneof(
  { arbitrary: fc.constantFrom(0, 1), weight: 2 },
  { arbitrary: fc.integer({ min: 0, max: 256 }).map((k) => k / 256), weight: 3 },
);

/** One to three layers of up to three units, with a batch of up to four samples. */
export const mlps: fc.Arbitrary<Mlp> = fc
  .tuple(
    size(4),
    fc.oneof(
      fc.array(size(3), { minLength: 2, maxLength: 4 }),
      fc.integer({ min: 2, max: 3 }).map((n) => [n, n, n]),
    ),
    numbers(mild, 12),
    numbers(target, 12),
    numbers(mild, 36),
    weightScale,
  )
  .map(([B, widths, xs, ts, weights, scale]) => {
    const fill = take(weights.map((v) => v / 4));
    const x = take(xs.map((v) => v * scale)).matrix(B, nth(widths, 0));
    const t = take(ts).matrix(B, last(widths));
    const layers = widths.slice(1).map((n, l) => ({ w: fill.matrix(nth(widths, l), n), b: fill.vector(n) }));
    return [x, t, layers];
  });

/** The four inputs of two bits, with what a gate makes of them: of a batch of four, one target each. */
export function bits(...targets: [number, number, number, number]): [x: Matrix, t: Matrix] {
  const x = [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ];
  return [x, targets.map((t) => [t])];
}

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

/** The output of the network. */
export function outputs(x: Matrix, layers: readonly SigmoidLayer[]): Matrix {
  return layers.reduce(
    (a, { w, b }) =>
      a.map((row) => b.map((bias, j) => sigmoid(row.reduce((z, v, i) => z + v * nth(nth(w, i), j), bias)))),
    x,
  );
}

/** The mean over the batch of one half of the squared error. */
export function lossOf([x, t, layers]: Mlp): number {
  const squares = outputs(x, layers).flatMap((row, n) => row.map((y, k) => (y - nth(nth(t, n), k)) ** 2));
  return squares.reduce((sum, square) => sum + square, 0) / (2 * x.length);
}

/** The slope of the loss where the weights move along a direction. */
export function slopeAlong([x, t, layers]: Mlp, direction: readonly SigmoidLayer[]): { slope: number; error: number } {
  return slopeAtZero((s) => lossOf([x, t, movedBy(layers, direction, s)]));
}

/** The layers, moved by s along a direction. */
export function movedBy(
  layers: readonly SigmoidLayer[],
  direction: readonly SigmoidLayer[],
  s: number,
): SigmoidLayer[] {
  return layers.map(({ w, b }, l) => {
    const along = nth(direction, l);
    return {
      w: w.map((row, i) => row.map((v, j) => v + s * nth(nth(along.w, i), j))),
      b: b.map((v, j) => v + s * nth(along.b, j)),
    };
  });
}

/** The same network with the units of its first hidden layer in the opposite order. */
export function hiddenTurned(layers: readonly SigmoidLayer[]): SigmoidLayer[] {
  const [first, second, ...others] = layers;
  if (!first || !second) return [...layers];
  const turn = <T>(list: readonly T[]): T[] => [...list].reverse();
  return [{ w: first.w.map(turn), b: turn(first.b) }, { w: turn(second.w), b: second.b }, ...others];
}

/** Every layer's gradient in running-error arithmetic. */
export function roundedBackprop(
  r: Rounding,
  x: Rounded[][],
  t: Rounded[][],
  layers: readonly Lifted<SigmoidLayer>[],
): Lifted<SigmoidLayer>[] {
  const inputs = [x];
  for (const { w, b } of layers) {
    inputs.push(roundedDrives(r, last(inputs), w, b).map((row) => row.map((z) => r.sigmoid(z))));
  }
  const y = inputs.pop() as Rounded[][];
  const one = r.exact(1);
  const B = r.exact(x.length);
  const gradients: Lifted<SigmoidLayer>[] = [];
  let activations = y;
  let arriving = y.map((row, n) => row.map((yk, k) => r.subtract(yk, nth(nth(t, n), k))));
  for (const { w, b } of [...layers].reverse()) {
    const before = inputs.pop() as Rounded[][];
    const deltas = activations.map((row, n) =>
      row.map((a, k) => r.multiply(nth(nth(arriving, n), k), r.multiply(a, r.subtract(one, a)))),
    );
    const column = (m: Rounded[][], i: number): Rounded[] => m.map((row) => nth(row, i));
    gradients.unshift({
      w: w.map((row, i) => row.map((_, j) => r.divide(r.dot(column(before, i), column(deltas, j)), B))),
      b: b.map((_, j) => r.divide(r.sum(column(deltas, j)), B)),
    });
    arriving = deltas.map((delta) => w.map((row) => r.dot(delta, row)));
    activations = before;
  }
  return gradients;
}
