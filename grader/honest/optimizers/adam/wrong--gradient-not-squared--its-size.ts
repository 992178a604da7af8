export function adam(state, gradient, options = {}) {
  const lr = options.learningRate ?? 0.001, b1 = options.beta1 ?? 0.9, b2 = options.beta2 ?? 0.999, eps = options.epsilon ?? 1e-7;
  const t = state.t + 1;
  let theta = [], m = [], v = [];
  for (let i = 0; i < gradient.length; i++) {
    m[i] = b1 * state.m[i] + (1 - b1) * gradient[i];
    v[i] = b2 * state.v[i] + (1 - b2) * Math.abs(gradient[i]);
    theta[i] = state.theta[i] - lr * (m[i] / (1 - b1 ** t)) / (Math.sqrt(v[i] / (1 - b2 ** t)) + eps);
  }
  return { theta, m, v, t };
}
