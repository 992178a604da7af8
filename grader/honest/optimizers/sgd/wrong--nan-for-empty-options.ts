export const sgd = (theta, g, o = { learningRate: 0.01 }) => theta.map((v, i) => v - o.learningRate * g[i]);
