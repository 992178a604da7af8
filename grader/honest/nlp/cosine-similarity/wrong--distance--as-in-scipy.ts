export function cosineSimilarity(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new Error('lengths differ');
  const na = Math.hypot(...a);
  const nb = Math.hypot(...b);
  if (na === 0 || nb === 0) return 1;
  return 1 - a.reduce((s, x, i) => s + (x / na) * (b[i] / nb), 0);
}
