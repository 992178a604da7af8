export function adam(state, gradient, { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = {}) {
  const t = state.t + 1;
  const result = { theta: [...state.theta], m: [...state.m], v: [...state.v], t };
  gradient.forEach((g, i) => {
    result.m[i] = beta1 * result.m[i] + (1 - beta1) * g;
    result.v[i] = beta2 * result.v[i] + (1 - beta2) * g ** 2;
    const mHat = result.m[i] * (1 - beta1 ** t);
    const vHat = result.v[i] * (1 - beta2 ** t);
    result.theta[i] -= (learningRate * mHat) / (Math.sqrt(vHat) + epsilon);
  });
  return result;
}
