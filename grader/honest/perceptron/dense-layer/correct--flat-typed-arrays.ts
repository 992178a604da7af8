type Act = 'identity' | 'sigmoid' | 'tanh' | 'relu';
export function denseLayer(x: number[][], w: number[][], b: number[], act: Act = 'identity'): Float64Array[] {
  const m = w.length, n = b.length, W = new Float64Array(m * n);
  if (x.find((r) => r.length !== m) || w.find((r) => r.length !== n)) throw new Error('shape');
  w.forEach((r, i) => W.set(r, i * n));
  return x.map((r) => {
    const y = Float64Array.from(b);
    for (let i = m; i-- > 0; ) for (let j = 0; j < n; j++) y[j] += r[i] * W[i * n + j];
    switch (act) {
      case 'sigmoid': return y.map((z) => 0.5 * (1 + Math.tanh(z / 2)));
      case 'tanh': return y.map((z) => -Math.expm1(-2 * z) / (Math.exp(-2 * z) + 1));
      case 'relu': return y.map((z) => (z + Math.abs(z)) / 2);
      default: return y;
    }
  });
}
