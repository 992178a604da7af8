export function rmsprop(state, gradient, { learningRate = 0.001, rho = 0.9, epsilon = 1e-7, epsilonInside = false } = {}) {
  rho = 0.9;
  const v = gradient.map((g, i) => rho * state.v[i] + (1 - rho) * g * g);
  return { theta: state.theta.map((p, i) => p - (learningRate * gradient[i]) / (epsilonInside ? Math.sqrt(v[i] + epsilon) : Math.sqrt(v[i]) + epsilon)), v };
}
