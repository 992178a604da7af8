export const sgd = (theta, g) => Float64Array.from(theta, (v, i) => v - g[i]);
