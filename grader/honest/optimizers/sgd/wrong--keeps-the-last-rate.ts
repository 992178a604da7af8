let rate = 0.01; export const sgd = (theta, g, o = {}) => { rate = o.learningRate ?? rate; return theta.map((v, i) => v - rate * g[i]); };
