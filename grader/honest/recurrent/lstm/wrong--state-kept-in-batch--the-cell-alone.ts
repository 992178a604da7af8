const sig = (z) => 1 / (1 + Math.exp(-z));
export function lstm(x, weights) {
  const units = weights.forget.b.length;
  const out = [];
  const c = new Array(units).fill(0);
  for (let n = 0; n < x.length; n++) {
    let h = new Array(units).fill(0);
    out.push([]);
    for (let t = 0; t < x[n].length; t++) {
      const v = h.concat(x[n][t]);
      const drive = (g, j) => g.w.reduce((s, row, k) => s + row[j] * v[k], g.b[j]);
      const next = [];
      for (let j = 0; j < units; j++) {
        c[j] = sig(drive(weights.forget, j)) * c[j] + sig(drive(weights.input, j)) * Math.tanh(drive(weights.candidate, j));
        next[j] = sig(drive(weights.output, j)) * Math.tanh(c[j]);
      }
      h = next;
      out[n].push(h);
    }
  }
  return out;
}
