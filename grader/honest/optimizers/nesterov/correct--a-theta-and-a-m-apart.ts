const mv = (a, x) => a.map((r) => r.reduceRight((s, v, j) => s + v * x[j], 0));
export function nesterov(state, { a, b }, options = {}) {
  const { learningRate = 0.01, gamma = 0.9 } = options;
  const At = mv(a, state.theta), Am = mv(a, state.m);
  const m = state.m.map((v, i) => gamma * v + At[i] - learningRate * gamma * Am[i] - b[i]);
  return { theta: state.theta.map((p, i) => p - learningRate * m[i]), m };
}
