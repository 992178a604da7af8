export function l1Penalty(w: number[], lambda: number): number {
  return lambda * Math.abs(w.reduce((sum, x) => sum + x, 0));
}
