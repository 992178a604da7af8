type Layer = { w: number[][]; b: number[] };
export function backprop(x: number[][], t: number[][], layers: Layer[]) {
  const G = layers.map(({ w, b }) => ({ w: w.map((r) => new Float64Array(r.length)), b: new Float64Array(b.length) }));
  for (let n = 0; n < x.length; n++) {
    const a: Float64Array[] = [Float64Array.from(x[n])];
    for (const { w, b } of layers) {
      const z = Float64Array.from(b), prev = a[a.length - 1];
      for (let j = 0; j < z.length; j++) { for (let i = 0; i < prev.length; i++) z[j] += prev[i] * w[i][j]; z[j] = (1 + Math.tanh(z[j] / 2)) / 2; }
      a.push(z);
    }
    let e = a[layers.length].map((y, j) => y - t[n][j]);
    for (let l = layers.length; l-- > 0; ) {
      const out = a[l + 1], inp = a[l], d = e.map((v, j) => v * out[j] * (1 - out[j]));
      d.forEach((v, j) => { G[l].b[j] += v / x.length; inp.forEach((u, i) => { G[l].w[i][j] += (u * v) / x.length; }); });
      e = inp.map((_, i) => d.reduce((q, v, j) => q + v * layers[l].w[i][j], 0));
    }
  }
  return G;
}
