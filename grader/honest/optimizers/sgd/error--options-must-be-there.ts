export const sgd = (theta, g, { learningRate = 0.01 }) => theta.map((v, i) => v - learningRate * g[i]);
