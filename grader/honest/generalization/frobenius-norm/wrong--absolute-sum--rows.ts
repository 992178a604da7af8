export function frobeniusNorm(w: number[][]): number {
  return w.map((row) => row.reduce((s, x) => s + Math.abs(x), 0)).reduce((a, b) => a + b, 0);
}
