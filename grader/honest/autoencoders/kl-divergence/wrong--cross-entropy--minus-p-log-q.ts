export function klDivergence(p: number[], q: number[]): number {
  if (p.length !== q.length) throw new Error(`expected ${p.length} entries, got ${q.length}`);
  let sum = 0;
  for (let i = 0; i < p.length; i++) {
    if (p[i] > 0) sum -= p[i] * Math.log(q[i]);
  }
  return sum;
}
