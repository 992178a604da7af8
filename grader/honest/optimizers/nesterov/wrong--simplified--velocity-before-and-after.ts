export const nesterov = (state, { a, b }, { learningRate: lr = 0.01, gamma: mu = 0.9 } = {}) => {
  const dx = (i) => { let s = -b[i]; for (let j = 0; j < state.theta.length; j++) s += a[i][j] * state.theta[j]; return s; };
  const before = state.m;
  const v = before.map((old, i) => mu * old - lr * dx(i));
  // the gradient step, seen from the look-ahead
  const x = state.theta.map((xi, i) => xi + -mu * before[i] + (1 + mu) * v[i]);
  return { theta: x, m: v };
};
