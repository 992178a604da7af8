export const meanSquaredError = (y: number[][], t: number[][]) => {
  const bad = y.length !== t.length || y.some((row, i) => row.length !== t[i].length);
  if (bad) throw new Error('y and t must have the same shape');
  return y.reduce((loss, row, i) => loss + row.reduce((sum, out, j) => sum + 0.5 * Math.pow(t[i][j] - out, 2), 0), 0);
};
