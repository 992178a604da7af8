export function sigmoidDerivative(z) {
  const e = Math.exp(z);
  const a = e / (e + 1);
  return a * (1 - a);
}
