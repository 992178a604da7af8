export const momentum = (s, g, { learningRate = 0.01, gamma = 0.9 } = {}) => { g.forEach((v, i) => { s.m[i] = gamma * s.m[i] + v; s.theta[i] -= learningRate * s.m[i]; }); return s; };
