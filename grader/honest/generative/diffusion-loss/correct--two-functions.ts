type Matrix = number[][];
function noised(x: Matrix, noise: Matrix, alphaBar: number[]): Matrix {
  return x.map((row, n) => row.map((v, d) => Math.sqrt(alphaBar[n]!) * v + Math.sqrt(1 - alphaBar[n]!) * noise[n]![d]!));
}
function linear(x: Matrix, w: Matrix, b: number[]): Matrix {
  return x.map((row) => b.map((bias, j) => row.reduce((sum, v, i) => sum + v * w[i]![j]!, bias)));
}
export function diffusionLoss(x: Matrix, noise: Matrix, alphaBar: number[], predictor: { w: Matrix; b: number[] }): number {
  const prediction = linear(noised(x, noise, alphaBar), predictor.w, predictor.b);
  const errors = noise.flatMap((row, n) => row.map((e, d) => (e - prediction[n]![d]!) ** 2));
  return errors.reduce((a, b) => a + b, 0) / errors.length;
}
