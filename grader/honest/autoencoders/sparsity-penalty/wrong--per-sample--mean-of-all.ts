export function sparsityPenalty(code, { rate = 0.05 } = {}) {
  const kl = (p, m) => (p > 0 ? p * Math.log(p / m) : 0) + (p < 1 ? (1 - p) * Math.log((1 - p) / (1 - m)) : 0);
  const means = code[0].map((_, k) => code.reduce((s, row) => s + row[k], 0) / code.length);
  return code.flat().map((a) => kl(rate, a)).reduce((a, b) => a + b) / code.flat().length;
}
