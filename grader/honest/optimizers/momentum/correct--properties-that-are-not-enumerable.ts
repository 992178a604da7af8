export function momentum(s, g, { learningRate = 0.01, gamma = 0.9 } = {}) {
  const m = s.m.map((v, i) => gamma * v + g[i]);
  return Object.defineProperties({}, { theta: { value: s.theta.map((v, i) => v - learningRate * m[i]) }, m: { value: m } });
}
