export function logSoftmax(z: number[][]) {
  const out: Float64Array[] = [];
  for (const row of z) {
    const r = new Float64Array(row), m = r.reduce((a, b) => (a > b ? a : b)), at = r.indexOf(m);
    const rest = Math.log1p(r.reduce((s, v, k) => (k === at ? s : s + Math.exp(v - m)), 0));
    out.push(r.map((v) => v - m - rest));
  }
  return out;
}
