type Matrix = number[][];

/** One logarithm per row, of the determinant of its diagonal covariance. */
export function klStandardNormal(mean: Matrix, logVariance: Matrix): number {
  let total = 0;
  for (let n = 0; n < mean.length; n++) {
    const variances = logVariance[n]!.map((v) => Math.exp(v));
    const determinant = variances.reduce((product, v) => product * v, 1);
    const trace = variances.reduce((sum, v) => sum + v, 0);
    const squares = mean[n]!.reduce((sum, m) => sum + m * m, 0);
    total += 0.5 * (trace + squares - variances.length - Math.log(determinant));
  }
  return total / mean.length;
}
