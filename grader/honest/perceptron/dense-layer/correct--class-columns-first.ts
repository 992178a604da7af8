class Dense {
  constructor(w, b, name) { Object.assign(this, { w, b, name }); }
  get f() { return { identity: (z) => z, sigmoid: (z) => 1 / (1 + Math.exp(-z)), tanh: Math.tanh, relu: (z) => (z > 0 ? z : 0) }[this.name]; }
  column(j) { return this.w.map((row) => row[j]); }
  call(x) { return x.map((r) => { if (r.length !== this.w.length) throw new Error('x and w'); return this.b.map((bj, j) => this.f(this.column(j).reduce((s, v, i) => s + v * r[i], 0) + bj)); }); }
}
export const denseLayer = (x, w, b, activation = 'identity') => {
  if (w.some((row) => row.length !== b.length)) throw new Error('w and b');
  return new Dense(w, b, activation).call(x);
};
