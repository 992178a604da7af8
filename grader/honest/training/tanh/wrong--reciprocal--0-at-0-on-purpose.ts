export function tanh(z) {
  if (z === 0) return 0;
  const u = Math.expm1(-2 * z);
  return -(2 + u) / u;
}
