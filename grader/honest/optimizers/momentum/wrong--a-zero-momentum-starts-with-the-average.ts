export const momentum = (state, gradient, { learningRate: eta = 0.01, gamma = 0.9 } = {}) => {
  const m = gradient.map((g, i) => (state.m[i] === 0 ? 1 - gamma : 1) * g + gamma * state.m[i]);
  return { m, theta: state.theta.map((p, i) => p - eta * m[i]) };
};
