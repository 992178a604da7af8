const sigmoid = (z) => 1 / (1 + Math.exp(-z));

function cell(x, h, { update, reset, candidate }, resetAfter) {
  const affine = ({ w, b }, all) => b.map((bias, j) => all.reduce((s, v, i) => s + v * w[i][j], bias));
  const z = affine(update, [...h, ...x]).map(sigmoid);
  const r = affine(reset, [...h, ...x]).map(sigmoid);
  const c = resetAfter
    ? affine(candidate, [...h.map(() => 0), ...x]).map((d, j) => d + r[j] * h.reduce((s, v, k) => s + v * candidate.w[k][j], 0))
    : affine(candidate, [...h.map((v, k) => v * r[k]), ...x]);
  return h.map((v, j) => z[j] * v + (1 - z[j]) * Math.tanh(c[j]));
}

export function gru(x, weights, { resetAfter = false } = {}) {
  return x.map((sample) => {
    const states = [];
    sample.reduceRight((h, input) => {
      const next = cell(input, h, weights, resetAfter);
      states.unshift(next);
      return next;
    }, weights.update.b.map(() => 0));
    return states;
  });
}
