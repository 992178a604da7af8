const xlogy = (x, y) => (x === 0 ? 0 : x * Math.log(y));
const average = (list) => list.reduce((a, b) => a + b) / list.length;

export const sparsityPenalty = (code, options = {}) => {
  const p = options.rate ?? 0.05;
  const means = code[0].map((_, k) => average(code.map((row) => row[k])));
  return means.map((m) => xlogy(p, p) - xlogy(p, m) + xlogy(1 - p, 1 - p) - xlogy(1 - p, 1 - m)).reduce((a, b) => a + b, 0);
};
