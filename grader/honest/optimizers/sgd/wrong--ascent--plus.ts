export const sgd = (theta, g, o = {}) => theta.map((v, i) => v + (o.learningRate ?? 0.01) * g[i]);
