export function layerNorm(x: number[][], gamma: number[], beta: number[], { epsilon = 1e-3 } = {}) {
  const d = x[0].length;
  if (gamma.length !== d || beta.length !== d) throw new Error('lengths');
  const out: number[][] = [];
  for (const row of x) {
    let s1 = 0;
    let s2 = 0;
    for (const v of row) {
      s1 += v;
      s2 += v * v;
    }
    const mu = s1 / d;
    const variance = Math.max(s2 / d - mu * mu, 0);
    out.push(row.map((v, j) => ((v - mu) / Math.sqrt(variance + epsilon)) * gamma[j] + beta[j]));
  }
  return out;
}
