const dot = (p, q) => p.reduce((s, v, i) => s + v * q[i], 0);

export function nesterov(state, objective, options = {}) {
  const { learningRate = 0.01, gamma = 0.9 } = options;
  const grad = objective.a.map((row, i) => dot(row, state.theta) - objective.b[i]);
  const theta = [];
  const m = [];
  for (let i = 0; i < grad.length; i++) {
    const v = gamma * state.m[i] - learningRate * grad[i];
    m.push(v);
    theta.push(state.theta[i] + gamma * v - learningRate * grad[i]);
  }
  return { theta, m };
}
