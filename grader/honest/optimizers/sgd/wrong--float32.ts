export const sgd = (theta, g, { learningRate = 0.01 } = {}) => theta.map((v, i) => Math.fround(v - learningRate * g[i]));
