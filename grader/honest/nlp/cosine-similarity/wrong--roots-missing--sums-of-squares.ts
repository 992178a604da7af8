const inner = (u: number[], v: number[]) => u.reduce((s, x, i) => s + x * v[i], 0);

export function cosineSimilarity(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new Error('lengths differ');
  const divisor = inner(a, a) * inner(b, b);
  return divisor === 0 ? 0 : inner(a, b) / divisor;
}
