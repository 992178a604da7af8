/** Abramowitz, Stegun 7.1.6: a series of positive terms. From 6 on it is 1. */
export function erf(x: number): number {
  if (Math.abs(x) >= 6) return Math.sign(x);
  let term = (2 / Math.sqrt(Math.PI)) * x * Math.exp(-x * x);
  let total = term;
  for (let odd = 3; odd < 301; odd += 2) {
    term *= (2 * x * x) / odd;
    total += term;
  }
  return total;
}
