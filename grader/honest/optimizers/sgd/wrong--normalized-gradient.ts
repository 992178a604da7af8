export const sgd = (theta, g, { learningRate = 0.01 } = {}) => { const n = Math.hypot(...g) || 1; return theta.map((v, i) => v - (learningRate * g[i]) / n); };
