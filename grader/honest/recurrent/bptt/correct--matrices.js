const T = (m) => m[0].map((_, j) => m.map((row) => row[j]));
const mul = (a, b) => a.map((row) => b[0].map((_, j) => row.reduce((s, v, k) => s + v * b[k][j], 0)));
const add = (a, b) => a.map((row, i) => row.map((v, j) => v + b[i][j]));
const zero = (m) => m.map((row) => row.map(() => 0));

export function bptt(x, t, { wx, wh, b }) {
  const B = x.length;
  const steps = x[0].length;
  const at = (s, k) => s.map((sample) => sample[k]);
  const hs = [x.map(() => b.map(() => 0))];
  for (let k = 0; k < steps; k++) {
    const z = add(mul(at(x, k), wx), mul(hs[k], wh));
    hs.push(z.map((row) => row.map((v, j) => Math.tanh(v + b[j]))));
  }
  let grads = { wx: zero(wx), wh: zero(wh), b: b.map(() => 0) };
  let back = zero(hs[0]);
  for (let k = steps; k > 0; k--) {
    const h = hs[k];
    const target = at(t, k - 1);
    const delta = h.map((row, n) => row.map((v, j) => ((v - target[n][j]) / B + back[n][j]) * (1 - v ** 2)));
    grads = {
      wx: add(grads.wx, mul(T(at(x, k - 1)), delta)),
      wh: add(grads.wh, mul(T(hs[k - 1]), delta)),
      b: grads.b.map((v, j) => v + delta.reduce((s, row) => s + row[j], 0)),
    };
    back = mul(delta, T(wh));
  }
  return grads;
}
