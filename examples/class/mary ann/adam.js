export function adam(state, gradient, options = {}) {
  const { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = options;
  const t = state.t + 1;
  const m = state.m.map((value, i) => beta1 * value + (1 - beta1) * gradient[i]);
  const v = state.v.map((value, i) => beta2 * value + (1 - beta2) * gradient[i] ** 2);
  const theta = state.theta.map((value, i) => {
    const mHat = m[i] / (1 - beta1 ** t);
    const vHat = v[i] / (1 - beta2 ** t);
    return value - (learningRate * mHat) / (Math.sqrt(vHat) + epsilon);
  });
  return { theta, m, v, t };
