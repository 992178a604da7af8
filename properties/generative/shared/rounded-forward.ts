import type { Rounded, Rounding } from '../../rounding/rounding.ts';
import { nth } from '../../values/nth.ts';

/** Noisy samples; a root of 0 is a constant, as its slope counts as 0. */
export function roundedForward(
  r: Rounding,
  x: readonly (readonly Rounded[])[],
  noise: readonly (readonly Rounded[])[],
  alphaBar: readonly Rounded[],
): Rounded[][] {
  const root = (a: Rounded): Rounded => (a.value === 0 ? r.exact(0) : r.sqrt(a));
  return x.map((row, n) => {
    const left = nth(alphaBar, n);
    const [signal, rest] = [root(left), root(r.subtract(r.exact(1), left))];
    return row.map((xi, d) => r.add(r.multiply(signal, xi), r.multiply(rest, nth(nth(noise, n), d))));
  });
}
