export function lstmGates(x, h, weights) {
  const affine = ({ w, b }) =>
    x.map((row, n) => b.map((bias, j) => [...h[n], ...row].reduce((sum, v, k) => sum + v * w[k][j], bias)));
  return {
    forget: affine(weights.forget),
    input: affine(weights.input),
    candidate: affine(weights.candidate),
    output: affine(weights.output),
  };
}
