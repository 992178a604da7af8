export function l1Penalty(w: number[], lambda: number): number {
  return w.reduce((sum, x) => sum + lambda * x, 0);
}
