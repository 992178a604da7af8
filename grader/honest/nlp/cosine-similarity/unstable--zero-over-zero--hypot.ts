export function cosineSimilarity(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new Error('lengths differ');
  const [p, q] = [a, b].map((v) => {
    const length = Math.hypot(...v);
    return v.map((x) => x / length);
  });
  return p.reduce((sum, x, i) => sum + x * q[i], 0);
}
