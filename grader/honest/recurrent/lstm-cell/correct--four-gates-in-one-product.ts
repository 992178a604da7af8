const mm = (a, b) => a.map((r) => b[0].map((_, j) => r.reduceRight((s, v, k) => s + v * b[k][j], 0)));
export function lstmCell(x, { h, c }, { forget, input, candidate, output }) {
  const gates = [forget, input, candidate, output], U = forget.b.length;
  const W = forget.w.map((_, k) => gates.flatMap(({ w }) => w[k])), B = gates.flatMap(({ b }) => b);
  const Z = mm(h.map((r, n) => r.concat(x[n])), W).map((r) => r.map((z, j) => z + B[j]));
  const s = (z) => 0.5 + 0.5 * Math.tanh(z / 2);
  const next = c.map((r, n) => r.map((old, j) => s(Z[n][j]) * old + s(Z[n][U + j]) * Math.tanh(Z[n][2 * U + j])));
  return { c: next, h: next.map((r, n) => r.map((v, j) => s(Z[n][3 * U + j]) * Math.tanh(v))), gates: Z };
}
