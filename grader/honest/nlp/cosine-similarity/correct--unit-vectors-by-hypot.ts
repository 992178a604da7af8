// hypot does not overflow, so first make both vectors unit vectors
function unit(v: number[]): number[] | null {
  const length = Math.hypot(...v);
  return length === 0 ? null : v.map((x) => x / length);
}

export function cosineSimilarity(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new Error('vectors of different length');
  const u = unit(a);
  const v = unit(b);
  if (!u || !v) return 0;
  return u.reduce((sum, x, i) => sum + x * v[i], 0);
}
