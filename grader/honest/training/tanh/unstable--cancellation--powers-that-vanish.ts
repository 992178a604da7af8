export function tanh(z) {
  if (z < 0) return -tanh(-z);
  const e = Math.exp(-2 * z);
  return (1 - e) / (1 + e);
}
