import type { Rounded, Rounding } from '../../rounding/rounding.ts';

/** The log-softmax of a row over running-error arithmetic: the logits less their maximum, less the log of the sum. */
export function roundedLogSoftmax(r: Rounding, logits: readonly Rounded[]): Rounded[] {
  const max = r.detached(r.max(logits));
  const shifted = logits.map((z) => r.subtract(z, max));
  const logSum = r.log(r.sum(shifted.map((z) => r.exp(z))));
  return shifted.map((z) => r.subtract(z, logSum));
}
