const norm = (v: number[]) => Math.sqrt(v.reduce((s, x) => s + x * x, 0));

export function cosineSimilarity(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new Error('lengths differ');
  return a.reduce((s, x, i) => s + x * b[i], 0) / (norm(a) * norm(b) + 1e-8);
}
