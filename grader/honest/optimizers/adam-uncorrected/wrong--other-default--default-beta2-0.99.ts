export function adamUncorrected(state, gradient, { learningRate = 0.001, beta1 = 0.9, beta2 = 0.99, epsilon = 1e-7 } = {}) {
  
  const m = gradient.map((g, i) => beta1 * state.m[i] + (1 - beta1) * g), v = gradient.map((g, i) => beta2 * state.v[i] + (1 - beta2) * g * g);
  return { theta: state.theta.map((p, i) => p - learningRate * (m[i] / (Math.sqrt(v[i]) + epsilon))), m, v };
}
