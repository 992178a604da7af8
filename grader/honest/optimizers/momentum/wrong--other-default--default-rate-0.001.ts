export const momentum = (state, gradient, { learningRate: eta = 0.001, gamma = 0.9 } = {}) => {
  const m = gradient.map((g, i) => gamma * state.m[i] + g);
  return { m, theta: state.theta.map((p, i) => p - eta * m[i]) };
};
