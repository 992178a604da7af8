import fc from 'fast-check';
import { take } from '../../inputs/inputs.ts';
import type { Matrix, Vector } from '../../values/value.ts';

/** A one-hot row of the given length. */
export function oneHotRow(index: number, classes: number): Vector {
  return Array.from({ length: classes }, (_, c) => (c === index ? 1 : 0));
}

/**
 * A soft row: shares of 1 in proportion to whole weights, as multiples of 1/64 that sum to exactly 1. A weight of 0 gives
 * exactly 0; weights of 0 alone give all to the first.
 */
export function softRow(weights: readonly number[], units = 64): Vector {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum === 0) return oneHotRow(0, weights.length);
  const shares = weights.map((weight) => Math.floor((weight / sum) * units));
  const rest = units - shares.reduce((a, b) => a + b, 0);
  const first = weights.findIndex((weight) => weight > 0);
  return shares.map((share, c) => (share + (c === first ? rest : 0)) / units);
}

/** What targets are made of: classes, and whole weights of soft rows, among which 0 is frequent. */
export interface Targets {
  form: 'soft' | 'one-hot' | 'index';
  classes: number[];
  weights: number[];
}

/** For up to 4 samples of up to 5 classes. */
export const targets: fc.Arbitrary<Targets> = fc.record({
  form: fc.constantFrom('soft', 'soft', 'one-hot', 'index'),
  classes: fc.array(fc.nat(59), { minLength: 4, maxLength: 4 }),
  weights: fc.array(fc.nat(5), { minLength: 20, maxLength: 20 }),
});

/** Indices, one-hot rows or soft rows for N samples of C classes. */
export function targetsOf(target: Targets, N: number, C: number): Matrix | Vector {
  return target.form === 'index' ? indicesOf(target, N, C) : targetRowsOf(target, N, C);
}

/** The classes of N samples. */
export function indicesOf({ classes }: Targets, N: number, C: number): Vector {
  return classes.slice(0, N).map((k) => k % C);
}

/** One-hot rows where indices or one-hot rows were drawn, else soft rows. */
export function targetRowsOf(target: Targets, N: number, C: number): Matrix {
  if (target.form !== 'soft') return indicesOf(target, N, C).map((k) => oneHotRow(k, C));
  return take(target.weights)
    .matrix(N, C)
    .map((row) => softRow(row));
}

/** Whether targets are class indices, not rows of probabilities. */
export function isVector(t: Matrix | Vector): t is Vector {
  return typeof t[0] === 'number';
}
