export function softmaxCrossEntropyGradient(logits: number[][], t: number[][]) {
  const g = logits.map((r) => Float64Array.from(r));
  g.forEach((r, n) => {
    let top = r[0]; for (const v of r) top = Math.max(top, v);
    let s = 0; r.forEach((v, k) => { r[k] = Math.exp(v - top); s += r[k]; });
    for (let k = 0; k < r.length; k++) r[k] = r[k] / s / g.length - t[n][k] / g.length;
  });
  return g;
}
