export const adam = (s, g, { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = {}) => {
  const t = s.t + 1;
  const m = s.m.map((x, i) => beta1 * x + (1 - beta1) * g[i]);
  const v = s.v.map((x, i) => beta2 * x + (1 - beta2) * g[i] * g[i]);
  const theta = s.theta.map((x, i) => x - learningRate * (m[i] / (1 - beta1 ** t)) * (Math.sqrt(v[i] / (1 - beta2 ** t)) + epsilon));
  return { theta, m, v, t };
};
