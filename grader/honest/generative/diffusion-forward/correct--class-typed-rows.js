class Diffusion {
  constructor(alphaBar) { this.a = alphaBar.map((v) => v ** 0.5); this.s = alphaBar.map((v) => (1 - v) ** 0.5); }
  noised(row, eps, n) { return Float64Array.from(row, (v, d) => this.a[n] * v + this.s[n] * eps[d]); }
}
const sameShape = (a, b) => a.length === b.length && a.every((r, i) => r.length === b[i].length);
export function diffusionForward(x, noise, alphaBar) {
  if (!sameShape(x, noise)) throw new TypeError('shapes differ');
  if (alphaBar.length !== x.length) throw new TypeError('alphaBar');
  const q = new Diffusion(alphaBar);
  const out = [];
  for (let n = 0; n < x.length; n++) out.push(q.noised(x[n], noise[n], n));
  return out;
}
