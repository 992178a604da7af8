export function sigmoidDerivative(z) { const a = 1 / (1 + Math.exp(-z)); return a * (1 - a); }
