const s = (z) => 1 / (1 + Math.exp(-z));
export const sigmoidDerivative = (z, h = 1e-5) => (s(z + h) - s(z - h)) / (2 * h);
