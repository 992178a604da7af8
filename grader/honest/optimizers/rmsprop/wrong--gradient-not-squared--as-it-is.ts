export function rmsprop(state, gradient, options = {}) {
  const { learningRate = 0.001, rho = 0.9, epsilon = 1e-7, epsilonInside = false } = options;
  const theta = [], v = [];
  for (let i = 0; i < gradient.length; i++) {
    v.push(rho * state.v[i] + (1 - rho) * gradient[i]);
    const root = epsilonInside ? Math.sqrt(v[i] + epsilon) : Math.sqrt(v[i]) + epsilon;
    theta.push(state.theta[i] - learningRate * gradient[i] / root);
  }
  return { theta, v };
}
