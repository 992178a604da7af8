class Matrix {
  constructor(public rows: number[][]) {}
  get T() {
    return new Matrix(this.rows[0].map((_, j) => this.rows.map((r) => r[j])));
  }
  times(other: Matrix) {
    const columns = other.T.rows;
    return new Matrix(this.rows.map((r) => columns.map((c) => r.reduce((s, v, i) => s + v * c[i], 0))));
  }
  map(f: (v: number, i: number, j: number) => number) {
    return new Matrix(this.rows.map((r, i) => r.map((v, j) => f(v, i, j))));
  }
  columns(from: number, to: number) {
    return new Matrix(this.rows.map((r) => r.slice(from, to)));
  }
  softmax() {
    return new Matrix(
      this.rows.map((r) => {
        const m = Math.max(...r);
        const e = r.map((v) => Math.exp(v - m));
        const s = e.reduce((a, b) => a + b);
        return e.map((v) => v / s);
      }),
    );
  }
  beside(other: Matrix) {
    return new Matrix(this.rows.map((r, i) => [...r, ...other.rows[i]]));
  }
}

const affine = (m: Matrix, p: any) => m.times(new Matrix(p.w)).map((v, _, j) => v + p.b[j]);

export function multiHeadAttention(x: any, context: any, weights: any, heads: number, options: any = {}) {
  const { query, key, value, output } = weights;
  if (query.b.length % heads) throw new RangeError('heads must divide the width');
  const size = query.b.length / heads;
  return x.map((sample: number[][], n: number) => {
    const q = affine(new Matrix(sample), query);
    const k = affine(new Matrix(context[n]), key);
    const v = affine(new Matrix(context[n]), value);
    const all = Array.from({ length: heads }, (_, h) => {
      const [a, b, c] = [q, k, v].map((m) => m.columns(h * size, (h + 1) * size));
      const scores = a.times(b.T).map((s, i, j) => (options.causal && j > i ? -1e9 : s / Math.sqrt(size)));
      return scores.softmax().times(c);
    });
    return affine(all.reduce((left, right) => left.beside(right)), output).rows;
  });
}
