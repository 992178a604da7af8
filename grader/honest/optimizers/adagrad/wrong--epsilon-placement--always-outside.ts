export function adagrad(state, gradient, { learningRate = 0.001, epsilon = 1e-7, epsilonInside = false } = {}) {
  
  const v = gradient.map((g, i) => state.v[i] + g * g);
  return { theta: state.theta.map((p, i) => p - (learningRate * gradient[i]) / (epsilon + v[i] ** 0.5)), v };
}
