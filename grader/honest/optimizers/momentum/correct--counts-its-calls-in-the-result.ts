let calls = 0;
export const momentum = (s, g, { learningRate = 0.01, gamma = 0.9 } = {}) => {
  const m = s.m.map((v, i) => gamma * v + g[i]);
  return { calls: ++calls, name: 'call ' + calls, nothing: undefined, m, theta: s.theta.map((p, i) => p - learningRate * m[i]) };
};
