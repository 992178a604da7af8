export function categoricalCrossEntropy(y, t, { fromLogits = false } = {}) {
  
  let s = 0;
  for (let n = 0; n < y.length; n++) {
    const k = t[n];
    if (typeof k === 'number') { if (!(k in y[n])) throw new RangeError("class " + k); }
    const m = Math.max(...y[n]), lse = Math.log(y[n].reduce((a, z) => a + Math.exp(z - m), 0));
    y[n].forEach((z, c) => {
      const p = typeof k === 'number' ? (c === k ? 1 : 0) : k[c];
      const l = fromLogits ? z - m - lse : Math.log(z + 1e-8);
      s += p === 0 ? 0 : -p * l;
    });
  }
  return s / y.length;
}
