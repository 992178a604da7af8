class Mean { n = 0; constructor(public m: Float64Array) {} add(p: number[]) { this.n++; p.forEach((v, c) => { this.m[c] += (v - this.m[c]) / this.n; }); } }
export function averagePool2d(x: number[][][][], options: { window?: number[]; strides?: number[]; padding?: string } = {}) {
  const window = options.window || [2, 2], strides = options.strides || window, size = [x[0].length, x[0][0].length];
  const same = options.padding === 'same';
  const out = size.map((n, d) => (same ? Math.ceil(n / strides[d]) : 1 + Math.floor((n - window[d]) / strides[d])));
  const pad = size.map((n, d) => (same ? Math.floor(Math.max(0, (out[d] - 1) * strides[d] + window[d] - n) / 2) : 0));
  return x.map((im) => Array.from({ length: out[0] }, (_, i) => Array.from({ length: out[1] }, (_, j) => { const mean = new Mean(new Float64Array(im[0][0].length)); for (let u = window[0]; u--; ) for (let v = window[1]; v--; ) { const p = im[i * strides[0] - pad[0] + u]?.[j * strides[1] - pad[1] + v]; p && mean.add(p); } return mean.m; })));
}
