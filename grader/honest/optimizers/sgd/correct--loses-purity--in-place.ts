export const sgd = (theta, g, { learningRate = 0.01 } = {}) => { g.forEach((v, i) => { theta[i] -= learningRate * v; }); return theta; };
