export function adamUncorrected(state, gradient, { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = {}) {
  
  const m = gradient.map((g, i) => state.m[i] + (1 - beta1) * (g - state.m[i])), v = gradient.map((g, i) => state.v[i] - (1 - beta2) * (state.v[i] - g ** 2));
  return { theta: state.theta.map((p, i) => p - learningRate * (m[i] / (epsilon + v[i] ** 0.5))), m, v };
}
