export function adam(state, gradient, options) {
  const { learningRate, beta1, beta2 } = { learningRate: 0.001, beta1: 0.9, beta2: 0.999, ...options };
  const t = state.t + 1, m = [], v = [], theta = [];
  for (const [i, g] of gradient.entries()) {
    m[i] = beta1 * state.m[i] + (1 - beta1) * g;
    v[i] = beta2 * state.v[i] + (1 - beta2) * g ** 2;
    const rate = learningRate * Math.sqrt(v[i] / (1 - beta2 ** t));
    theta[i] = state.theta[i] - rate * m[i] / (1 - beta1 ** t);
  }
  return { theta, m, v, t };
}
