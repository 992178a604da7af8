export function cosineSimilarity(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new Error('lengths differ');
  const dot = a.reduce((s, x, i) => s + x * b[i], 0);
  const na = Math.sqrt(a.reduce((s, x) => s + x * x, 0));
  const nb = Math.sqrt(b.reduce((s, x) => s + x * x, 0));
  return dot / Math.max(na * nb, 1e-8);
}
