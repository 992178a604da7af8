export function sparsityPenalty(code, { rate = 0.05 } = {}) {
  const kl = (p, m) => -p * Math.log(m) - (1 - p) * Math.log(1 - m);
  const means = code[0].map((_, k) => code.reduce((s, row) => s + row[k], 0) / code.length);
  return means.reduce((s, m) => s + kl(rate, m), 0);
}
