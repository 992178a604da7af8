import type { Rounded, Rounding } from '../../rounding/rounding.ts';

/** The softmax of a row over running-error arithmetic. */
export function roundedSoftmax(r: Rounding, logits: readonly Rounded[]): Rounded[] {
  return roundedPowerShares(r, roundedLessLargest(r, logits));
}

/** The numbers of a row less the largest, which has no part in the derivative: softmax stays as it is. */
export function roundedLessLargest(r: Rounding, row: readonly Rounded[]): Rounded[] {
  const max = r.detached(r.max(row));
  return row.map((x) => r.subtract(x, max));
}

/** e to each number of a row, as shares of their sum. */
export function roundedPowerShares(r: Rounding, exponents: readonly Rounded[]): Rounded[] {
  const exponentials = exponents.map((x) => r.exp(x));
  const sum = r.sum(exponentials);
  return exponentials.map((e) => r.divide(e, sum));
}
