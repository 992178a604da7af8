export function klDivergence(p: number[], q: number[]): number {
  if (p.length !== q.length) throw new Error(`p has ${p.length} outcomes, q has ${q.length}`);
  let nats = 0;
  for (let k = 0; k < p.length; k++) {
    if (p[k] > 0) nats += p[k] * Math.log(p[k] / q[k]);
  }
  return nats;
}
