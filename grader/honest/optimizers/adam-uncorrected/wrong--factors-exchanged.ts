export function adamUncorrected(state, gradient, { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = {}) {
  
  const m = gradient.map((g, i) => (1 - beta1) * state.m[i] + beta1 * g), v = gradient.map((g, i) => (1 - beta2) * state.v[i] + beta2 * g * g);
  return { theta: state.theta.map((p, i) => p - learningRate * (m[i] / (Math.sqrt(v[i]) + epsilon))), m, v };
}
