import fc from 'fast-check';
import { type Filler, grid, mild, numbers, size, take } from '../../inputs/inputs.ts';
import * as is from '../../parameters/parameter.ts';
import type { Lifted, Rounded, Rounding } from '../../rounding/rounding.ts';
import { nth } from '../../values/nth.ts';
import type { Matrix, Sequence, Vector } from '../../values/value.ts';
import { weight } from './lstm-inputs.ts';

/** Weights of a recurrent layer: `wx` `[features, units]`, `wh` `[units, units]`, `b` `[units]`. */
export type RnnWeightsOf = { wx: Matrix; wh: Matrix; b: Vector };

export const RNN_WEIGHTS = is.record({ wx: is.matrix(), wh: is.matrix(), b: is.vector() }, { name: 'Weights' });

/** Weights for given numbers of features and units. */
export function rnnWeights(fill: Filler, features: number, units: number): RnnWeightsOf {
  return { wx: fill.matrix(features, units), wh: fill.matrix(units, units), b: fill.vector(units) };
}

/** Weights for one feature and one unit. */
export const single = (wx: number, wh: number, b: number): RnnWeightsOf => ({ wx: [[wx]], wh: [[wh]], b: [b] });

/** Inputs that do not saturate every unit: half of the size of mild ones. */
const input = mild.map((x) => x / 2);

const runsOf = (data: fc.Arbitrary<number>, weights: fc.Arbitrary<number>): fc.Arbitrary<[Sequence, RnnWeightsOf]> =>
  fc
    .tuple(size(3), size(4), size(2), size(2), numbers(data, 24), numbers(weights, 10))
    .map(([B, T, features, units, drawn, w]) => [
      take(drawn).rank3(B, T, features),
      rnnWeights(take(w), features, units),
    ]);

/** Sequences and weights, of up to three samples, four steps, two features and two units. */
export const rnnRuns: fc.Arbitrary<[Sequence, RnnWeightsOf]> = fc.oneof(
  { arbitrary: runsOf(mild, weight), weight: 1 },
  { arbitrary: runsOf(input, weight), weight: 1 },
  { arbitrary: runsOf(grid, weight), weight: 1 },
);

/** One step of the samples, in running-error arithmetic: the drives that an activation is taken of. */
export function roundedRnnDrives(
  r: Rounding,
  x: Rounded[][],
  h: Rounded[][],
  { wx, wh, b }: Lifted<RnnWeightsOf>,
): Rounded[][] {
  return x.map((features, n) =>
    b.map((bias, j) =>
      r.dot(
        [...features, ...nth(h, n), r.exact(1)],
        [...wx.map((row) => nth(row, j)), ...wh.map((row) => nth(row, j)), bias],
      ),
    ),
  );
}

/** One step by tanh. */
export function roundedRnnStep(
  r: Rounding,
  x: Rounded[][],
  h: Rounded[][],
  weights: Lifted<RnnWeightsOf>,
): Rounded[][] {
  return roundedRnnDrives(r, x, h, weights).map((row) => row.map((z) => r.tanh(z)));
}

/** A state of zeros for each sample. */
export function roundedRest(r: Rounding, samples: number, units: number): Rounded[][] {
  return Array.from({ length: samples }, () => Array.from({ length: units }, () => r.exact(0)));
}

/** The states after each step, `[time][sample][unit]`; `carried` is what a step is given of the state before it. */
export function roundedRnnStates(
  r: Rounding,
  x: Rounded[][][],
  weights: Lifted<RnnWeightsOf>,
  carried: (h: Rounded[][], t: number) => Rounded[][] = (h) => h,
): Rounded[][][] {
  let h = roundedRest(r, x.length, weights.b.length);
  return nth(x, 0).map((_, t) => {
    h = roundedRnnStep(r, stepAt(x, t), carried(h, t), weights);
    return h;
  });
}

/** One step of a sequence: a row per sample. */
export function stepAt<T>(x: readonly (readonly T[])[], t: number): T[] {
  return x.map((steps) => nth(steps, t));
}

/** The same layer with its units in the opposite order. */
export function unitsTurned({ wx, wh, b }: RnnWeightsOf): RnnWeightsOf {
  return { wx: wx.map(turned), wh: turned(wh.map(turned)), b: turned(b) };
}

/** A list from its end. */
export function turned<T>(list: readonly T[]): T[] {
  return [...list].reverse();
}
