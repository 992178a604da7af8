export function gelu(z) {
  const e = Math.exp(2 * Math.sqrt(2 / Math.PI) * (z + 0.044715 * z ** 3));
  return z * (e / (1 + e));
}
