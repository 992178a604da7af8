const sigmoid = (x: number): number => 1.0 / (1.0 + Math.pow(Math.E, -x));

export function sigmoidDerivative(x: number): number {
  return sigmoid(x) * (1 - sigmoid(x));
}
