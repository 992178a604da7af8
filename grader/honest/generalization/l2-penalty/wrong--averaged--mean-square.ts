export const l2Penalty = (w: number[], lambda: number) =>
  lambda * (w.reduce((sum, x) => sum + x * x, 0) / w.length);
