export function gelu(z: number) {
  const w = Math.sqrt(2 / Math.PI) * (z + 0.044715 * z ** 3);
  return z + z * Math.tanh(w);
}
