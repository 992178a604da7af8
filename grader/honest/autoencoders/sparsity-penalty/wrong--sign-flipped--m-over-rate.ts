export function sparsityPenalty(code, { rate = 0.05 } = {}) {
  const kl = (p, m) => (p > 0 ? p * Math.log(m / p) : 0) + (p < 1 ? (1 - p) * Math.log((1 - m) / (1 - p)) : 0);
  const means = code[0].map((_, k) => code.reduce((s, row) => s + row[k], 0) / code.length);
  return means.reduce((s, m) => s + kl(rate, m), 0);
}
