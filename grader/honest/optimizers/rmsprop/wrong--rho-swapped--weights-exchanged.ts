export function rmsprop(state, gradient, { learningRate = 0.001, rho = 0.9, epsilon = 1e-7, epsilonInside = false } = {}) {
  
  const v = gradient.map((g, i) => (1 - rho) * state.v[i] + rho * g ** 2);
  return { theta: state.theta.map((p, i) => p - (learningRate * gradient[i]) / (epsilonInside ? Math.sqrt(v[i] + epsilon) : Math.sqrt(v[i]) + epsilon)), v };
}
