function tanh(x: number): number {
  const up = Math.exp(x);
  const down = Math.exp(-x);
  return (up - down) / (up + down);
}
export function gelu(z: number): number {
  return 0.5 * z * (1 + tanh(Math.sqrt(2 / Math.PI) * (z + 0.044715 * z * z * z)));
}
