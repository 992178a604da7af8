import type { Rounded, Rounding } from '../../rounding/rounding.ts';

/** The softmax of a row over running-error arithmetic. */
export function roundedSoftmax(r: Rounding, logits: readonly Rounded[]): Rounded[] {
  const max = r.detached(r.max(logits));
  const exponentials = logits.map((z) => r.exp(r.subtract(z, max)));
  const sum = r.sum(exponentials);
  return exponentials.map((e) => r.divide(e, sum));
}
