function sigmoid(x: number): number {
  return x < 0 ? 1 - 1 / (1 + Math.exp(x)) : 1 / (1 + Math.exp(-x));
}
export function gelu(z: number): number {
  return z * sigmoid(1.702 * z);
}
