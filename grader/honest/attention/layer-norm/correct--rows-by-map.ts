type Vector = number[];
type Matrix = number[][];

const mean = (v: Vector) => v.reduce((a, b) => a + b, 0) / v.length;

export function layerNorm(x: Matrix, gamma: Vector, beta: Vector, { epsilon = 1e-3 } = {}): Matrix {
  if (gamma.length !== x[0].length) throw new Error('gamma does not fit');
  if (beta.length !== x[0].length) throw new Error('beta does not fit');
  return x.map((row) => {
    const mu = mean(row);
    const variance = mean(row.map((v) => (v - mu) ** 2));
    const sigma = Math.sqrt(variance + epsilon);
    return row.map((v, j) => ((v - mu) / sigma) * gamma[j] + beta[j]);
  });
}
