export function adagrad(state, gradient, { learningRate = 0.001, epsilon = 1e-7, epsilonInside = true } = {}) {
  
  const v = gradient.map((g, i) => state.v[i] + g * g);
  return { theta: state.theta.map((p, i) => p - (learningRate * gradient[i]) / (epsilonInside ? Math.sqrt(v[i] + epsilon) : Math.sqrt(v[i]) + epsilon)), v };
}
