export function softmax(logits: number[][]): number[][] {
  return logits.map((row) => row.map((zi) => (zi === -Infinity ? 0 : 1 / row.map((zj) => Math.exp(zj - zi)).reduce((a, b) => a + b))));
}
