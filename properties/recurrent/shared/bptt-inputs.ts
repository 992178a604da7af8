import fc from 'fast-check';
import { slopeAtZero } from '../../backprop/shared/slope-at-zero.ts';
import { numbers, take } from '../../inputs/inputs.ts';
import type { Lifted, Rounded, Rounding } from '../../rounding/rounding.ts';
import { nth } from '../../values/nth.ts';
import { mapNumbers, numbersOf } from '../../values/tree.ts';
import type { Sequence, Tree } from '../../values/value.ts';
import { plainStates } from './plain-rnn.ts';
import { type RnnWeightsOf, rnnRuns, roundedRnnStates } from './rnn-inputs.ts';

/** Sequences, a target for each state, and weights. */
export type RnnTask = [x: Sequence, t: Sequence, weights: RnnWeightsOf];

/** Targets in -1..1 on a grid of 1/64, the ends of tanh often among them. */
const target: fc.Arbitrary<number> = fc.oneof(
  { arbitrary: fc.constantFrom(-1, 0, 1), weight: 1 },
  { arbitrary: fc.integer({ min: -64, max: 64 }).map((k) => k / 64 || 0), weight: 3 },
);

export const targets: fc.Arbitrary<number[]> = numbers(target, 24);

/** Sequences whose states are not all saturated, a target for each state, and weights. */
export const rnnTasks: fc.Arbitrary<RnnTask> = fc
  .tuple(rnnRuns, targets, fc.constantFrom(1, 0.5, 0.25))
  .map(([[x, weights], drawn, scale]): RnnTask => {
    const [B, T, units] = [x.length, nth(x, 0).length, weights.b.length];
    return [mapNumbers(x, (v) => v * scale), take(drawn).rank3(B, T, units), weights];
  });

/** One half of the squared errors of states, summed over steps and units and averaged over the batch. */
export function errorOf(states: Sequence, t: Sequence): number {
  const wanted = numbersOf(t);
  const squares = numbersOf(states).map((h, i) => (h - nth(wanted, i)) ** 2);
  return squares.reduce((sum, square) => sum + square, 0) / (2 * t.length);
}

/** The loss of a recurrent layer. */
export function lossOf(x: Sequence, t: Sequence, weights: RnnWeightsOf): number {
  return errorOf(
    x.map((steps) => plainStates(steps, weights)),
    t,
  );
}

/** What the gradient says of a drawn direction, and the slope of a loss along it, with the errors that both may have. */
export function slopeOfLosses(
  gradient: RnnWeightsOf,
  allowed: Tree<number>,
  weights: RnnWeightsOf,
  drawn: readonly number[],
  loss: (weights: RnnWeightsOf) => number,
): { along: number; slope: number; room: [number, ...number[]] } {
  const fill = take(drawn.map((v) => v / 8));
  const direction = mapNumbers(weights, () => fill.number());
  const steps = numbersOf(direction);
  const sum = (terms: readonly number[]): number => terms.reduce((total, term) => total + term, 0);
  const products = numbersOf(gradient).map((g, k) => g * nth(steps, k));
  const off = numbersOf(allowed).map((e, k) => e * Math.abs(nth(steps, k)));
  const { slope, error } = slopeAtZero((s) => {
    let k = 0;
    return loss(mapNumbers(weights, (v) => v + s * nth(steps, k++)));
  });
  // Eight roundings of the loss, over the smallest step of 2^-11 and combined as the slopes are.
  const ofLoss = 2 ** -38 * loss(weights);
  return { along: sum(products), slope, room: [sum(off), error, ofLoss, 2 ** -46 * sum(products.map(Math.abs))] };
}

/**
 * The gradient of the loss in running-error arithmetic, where no error flows back from one chunk of steps to the one
 * before.
 */
export function roundedChunks(
  r: Rounding,
  x: Rounded[][][],
  t: Rounded[][][],
  weights: Lifted<RnnWeightsOf>,
  chunk: number,
): Lifted<RnnWeightsOf> {
  const detached = (h: Rounded[][]): Rounded[][] => h.map((row) => row.map((v) => r.detached(v)));
  const states = roundedRnnStates(r, x, weights, (h, at) => (at % chunk === 0 ? detached(h) : h));
  const squares = states.flatMap((h, at) =>
    h.flatMap((row, n) => row.map((v, j) => r.square(r.subtract(v, nth(nth(nth(t, n), at), j))))),
  );
  const loss = r.divide(r.sum(squares), r.exact(2 * x.length));
  const { wx, wh, b } = weights;
  const gradient = r.gradient([loss], [1], [...wx.flat(), ...wh.flat(), ...b]);
  let next = 0;
  const taken = (): Rounded => nth(gradient, next++);
  return { wx: wx.map((row) => row.map(taken)), wh: wh.map((row) => row.map(taken)), b: b.map(taken) };
}
