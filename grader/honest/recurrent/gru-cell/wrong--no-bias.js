const mul = (a, b) => a.map((row) => b[0].map((_, j) => row.reduce((s, v, k) => s + v * b[k][j], 0)));
const zip = (a, b, f) => a.map((row, i) => row.map((v, j) => f(v, b[i][j])));
const bias = (m, b) => m.map((row) => row.map((v, j) => v));
const map = (m, f) => m.map((row) => row.map(f));
const sigmoid = (z) => (z < 0 ? Math.exp(z) / (1 + Math.exp(z)) : 1 / (1 + Math.exp(-z)));

export function gruCell(x, h, { update, reset, candidate }, options = {}) {
  const join = (state) => state.map((row, n) => [...row, ...x[n]]);
  const z = map(bias(mul(join(h), update.w), update.b), (v) => sigmoid(v));
  const r = map(bias(mul(join(h), reset.w), reset.b), (v) => sigmoid(v));
  const units = h[0].length;
  let drives;
  if (options.resetAfter) {
    const ofState = zip(r, mul(h, candidate.w.slice(0, units)), (p, q) => p * q);
    drives = zip(ofState, mul(x, candidate.w.slice(units)), (p, q) => p + q);
  } else {
    drives = mul(join(zip(r, h, (p, q) => p * q)), candidate.w);
  }
  const c = map(bias(drives, candidate.b), (v) => Math.tanh(v));
  return zip(zip(z, h, (p, q) => p * q), zip(z, c, (p, q) => (1 - p) * q), (p, q) => p + q);
}
