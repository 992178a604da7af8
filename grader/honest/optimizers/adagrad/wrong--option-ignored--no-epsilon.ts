export function adagrad(state, gradient, { learningRate = 0.001, epsilon = 1e-7, epsilonInside = false } = {}) {
  
  const v = gradient.map((g, i) => state.v[i] + g * g);
  return { theta: state.theta.map((p, i) => p - (learningRate * gradient[i]) / (Math.sqrt(v[i]))), v };
}
