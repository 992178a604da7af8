export function l2Penalty(w: number[], lambda: number): number {
  return w.map((weight) => lambda * weight).reduce((cost, scaled, i) => cost + scaled * w[i], 0);
}
