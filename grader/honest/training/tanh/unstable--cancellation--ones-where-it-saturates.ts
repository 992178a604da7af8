export function tanh(x: number): number {
  if (x > 20) return 1;
  if (x < -20) return -1;
  const a = Math.exp(x), b = Math.exp(-x);
  return (a - b) / (a + b);
}
