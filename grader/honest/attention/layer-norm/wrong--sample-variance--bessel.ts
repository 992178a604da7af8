export function layerNorm(x: number[][], gamma: number[], beta: number[], { epsilon = 1e-3 } = {}) {
  return x.map((row) => {
    const d = row.length;
    if (gamma.length !== d || beta.length !== d) throw new Error('lengths');
    const mu = row.reduce((a, b) => a + b, 0) / d;
    let ss = 0;
    for (const v of row) ss += (v - mu) * (v - mu);
    const std = Math.sqrt((d > 1 ? ss / (d - 1) : 0) + epsilon);
    return row.map((v, j) => (gamma[j] * (v - mu)) / std + beta[j]);
  });
}
