export function klDivergence(p: number[], q: number[]): number {
  if (p.length !== q.length) throw new Error('lengths differ');
  let d = 0;
  p.forEach((x, i) => { if (x !== 0) d += x * Math.log(q[i]! / x); });
  return d;
}
