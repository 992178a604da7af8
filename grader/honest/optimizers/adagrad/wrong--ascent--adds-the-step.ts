export function adagrad(state, gradient, options = {}) {
  const { learningRate, epsilon, epsilonInside } = { learningRate: 0.001, epsilon: 1e-7, epsilonInside: false, ...options };
  const v = state.v.map((old, i) => old + gradient[i] ** 2);
  const scale = (s) => (epsilonInside ? Math.sqrt(s + epsilon) : Math.sqrt(s) + epsilon);
  const theta = [...state.theta];
  v.forEach((s, i) => { theta[i] += (learningRate / scale(s)) * gradient[i]; });
  return { theta, v };
}
