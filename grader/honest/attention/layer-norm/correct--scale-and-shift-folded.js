export const layerNorm = (x, gamma, beta, { epsilon = 1e-3 } = {}) => {
  const d = x[0].length;
  if (gamma.length !== d || beta.length !== d) throw new Error(`expected ${d} entries`);
  return x.map((row) => {
    let s = 0;
    for (const v of row) s += v;
    const m = s / d;
    let q = 0;
    for (const v of row) q += (v - m) * (v - m);
    const k = (q / d + epsilon) ** -0.5;
    return gamma.map((g, j) => row[j] * (g * k) + (beta[j] - m * g * k));
  });
};
