export const nesterov = ({ theta, m }, { a, b }, { learningRate: eta = 0.01, gamma = 0.5 } = {}) => {
  const at = theta.map((p, i) => p - eta * gamma * m[i]);
  const g = a.map((r, i) => r.reduce((s, v, j) => s + v * at[j], -b[i]));
  const next = m.map((v, i) => gamma * v + g[i]);
  return { theta: theta.map((p, i) => p - eta * next[i]), m: next };
};
