function erf(x: number): number {
  if (x < 0) return -erf(-x);
  if (x > 6) return 1;
  let sum = 0;
  let term = x;
  for (let n = 0; n < 200; n++) {
    sum += term;
    term = (term * 2 * x * x) / (2 * n + 3);
  }
  return ((2 * Math.exp(-x * x)) / Math.sqrt(Math.PI)) * sum;
}
export const gelu = (z: number): number => 0.5 * z * (1 + erf(z / Math.SQRT2));
