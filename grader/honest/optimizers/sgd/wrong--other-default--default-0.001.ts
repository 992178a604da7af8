export const sgd = (theta, g, { learningRate = 0.001 } = {}) => theta.map((v, i) => v - learningRate * g[i]);
