export function gelu(z: number): number {
  const inner = Math.sqrt(2 / Math.PI) * (z + 0.044715 * z * z * z);
  return 0.5 * z * (1 + Math.tanh(inner));
}
