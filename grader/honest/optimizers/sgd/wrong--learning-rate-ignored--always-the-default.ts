export const sgd = (theta, gradient) => theta.map((v, i) => v - 0.01 * gradient[i]);
