export function meanSquaredError(y, t) {
  if (y.length !== t.length || y.some((r, i) => r.length !== t[i].length)) throw new Error('shapes');
  let n = 0, mean = 0;
  y.forEach((r, i) => r.forEach((v, j) => { mean += ((v - t[i][j]) ** 2 - mean) / ++n; }));
  return mean;
}
