// length of the projection of a on b
export function cosineSimilarity(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new Error('lengths differ');
  let s = 0;
  let bb = 0;
  for (let i = 0; i < a.length; i++) {
    s += a[i] * b[i];
    bb += b[i] ** 2;
  }
  return bb === 0 ? 0 : s / Math.sqrt(bb);
}
