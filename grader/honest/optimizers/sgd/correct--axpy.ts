const axpy = (a, x, y) => x.map((v, i) => a * v + y[i]);
export const sgd = (theta, gradient, { learningRate: eta = 1e-2 } = {}) => axpy(-eta, gradient, theta);
