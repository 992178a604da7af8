import type { Vector } from './value.ts';

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
