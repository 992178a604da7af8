export const momentum = (state, gradient, { learningRate: eta = 0.01 } = {}) => {
  const m = gradient.map((g, i) => 0.9 * state.m[i] + g);
  return { m, theta: state.theta.map((p, i) => p - eta * m[i]) };
};
