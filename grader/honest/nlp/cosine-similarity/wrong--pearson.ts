export function cosineSimilarity(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new Error('lengths differ');
  const mean = (v: number[]) => v.reduce((s, x) => s + x, 0) / v.length;
  const [x, y] = [a, b].map((v) => v.map((e) => e - mean(v)));
  const dot = (u: number[], v: number[]) => u.reduce((s, e, i) => s + e * v[i], 0);
  return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y)) || 0;
}
