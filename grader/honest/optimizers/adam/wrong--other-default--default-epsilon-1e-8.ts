export function adam(state, gradient, { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = {}) {
  
  const t = state.t + 1;
  const m = gradient.map((g, i) => beta1 * state.m[i] + (1 - beta1) * g), v = gradient.map((g, i) => beta2 * state.v[i] + (1 - beta2) * g * g);
  const mh = (i) => m[i] / (1 - beta1 ** t), vh = (i) => v[i] / (1 - beta2 ** t);
  return { theta: state.theta.map((p, i) => p - learningRate * (mh(i) / (Math.sqrt(vh(i)) + epsilon))), m, v, t };
}
