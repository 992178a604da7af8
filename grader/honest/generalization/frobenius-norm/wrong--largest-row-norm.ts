export function frobeniusNorm(w: number[][]): number {
  return Math.max(...w.map((row) => Math.hypot(...row)));
}
