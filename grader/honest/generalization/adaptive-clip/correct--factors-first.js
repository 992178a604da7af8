const norms = (m) => m[0].map((_, j) => Math.hypot(...m.map((row) => row[j])));

export function adaptiveClip(w, gradient, { clipping = 0.01, epsilon = 0.001 } = {}) {
  if (w.length !== gradient.length) throw new Error('rows');
  w.forEach((row, i) => {
    if (row.length !== gradient[i].length) throw new Error('columns');
  });
  const g = norms(gradient);
  const factors = norms(w).map((n, j) => Math.min(1, (clipping * Math.max(n, epsilon)) / Math.max(g[j], 1e-300)));
  return gradient.map((row) => row.map((x, j) => x * factors[j]));
}
