class Var { grad = 0; constructor(public value: number, public parents: [Var, number][] = []) {} }
const mul = (a: Var, b: Var) => new Var(a.value * b.value, [[a, b.value], [b, a.value]]);
const add = (...v: Var[]) => new Var(v.reduce((s, q) => s + q.value, 0), v.map((q) => [q, 1]));
const sigma = (a: Var) => { const y = 1 / (1 + Math.exp(-a.value)); return new Var(y, [[a, y * (1 - y)]]); };
export const backprop = (x: number[][], t: number[][], layers: { w: number[][]; b: number[] }[]) => {
  const tape: Var[] = [];
  const keep = (v: Var) => { tape.push(v); return v; };
  const P = layers.map(({ w, b }) => ({ w: w.map((r) => r.map((v) => new Var(v))), b: b.map((v) => new Var(v)) }));
  x.forEach((row, n) => {
    let a = row.map((v) => new Var(v));
    for (const { w, b } of P) a = b.map((c, j) => keep(sigma(keep(add(c, ...a.map((v, i) => keep(mul(v, w[i][j]))))))));
    a.forEach((y, j) => { y.grad += (y.value - t[n][j]) / x.length; });
  });
  for (const v of tape.reverse()) for (const [p, slope] of v.parents) p.grad += v.grad * slope;
  return P.map(({ w, b }) => ({ w: w.map((r) => r.map((v) => v.grad)), b: b.map((v) => v.grad) }));
};
