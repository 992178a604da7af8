export function adagrad(state, gradient, { learningRate = 0.001, epsilon = 1e-7, epsilonInside = false } = {}) {
  
  const v = gradient.map((g, i) => 0.9 * state.v[i] + 0.1 * g ** 2);
  return { theta: state.theta.map((p, i) => p - (learningRate * gradient[i]) / (epsilonInside ? Math.sqrt(v[i] + epsilon) : Math.sqrt(v[i]) + epsilon)), v };
}
