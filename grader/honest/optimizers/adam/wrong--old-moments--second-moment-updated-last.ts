export const adam = (state, g, { learningRate: a = 0.001, beta1: p = 0.9, beta2: q = 0.999, epsilon: e = 1e-7 } = {}) => {
  const [t, m, v, theta] = [state.t + 1, state.m.slice(), state.v.slice(), state.theta.slice()];
  for (let i = 0; i < g.length; i++) {
    m[i] = p * m[i] + (1 - p) * g[i];
    theta[i] -= a * m[i] / (1 - p ** t) / (Math.sqrt(v[i] / (1 - q ** t)) + e);
    v[i] = q * v[i] + (1 - q) * g[i] * g[i];
  }
  return { theta, m, v, t };
};
