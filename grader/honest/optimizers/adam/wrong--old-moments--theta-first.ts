export function adam(state, gradient, { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = {}) {
  const t = state.t + 1;
  const theta = state.theta.map((x, i) => {
    const mHat = state.m[i] / (1 - beta1 ** t);
    const vHat = state.v[i] / (1 - beta2 ** t);
    return x - (learningRate * mHat) / (Math.sqrt(vHat) + epsilon);
  });
  const m = state.m.map((x, i) => beta1 * x + (1 - beta1) * gradient[i]);
  const v = state.v.map((x, i) => beta2 * x + (1 - beta2) * gradient[i] ** 2);
  return { theta, m, v, t };
}
