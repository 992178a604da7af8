export function meanSquaredError(y, t) {
  if (y.length !== t.length || y.some((row, n) => row.length !== t[n].length)) throw new Error('shapes');
  let sum = 0, count = 0;
  y.forEach((row, n) => row.forEach((p, c) => { sum += p * p; sum -= 2 * p * t[n][c]; sum += t[n][c] * t[n][c]; count++; }));
  return sum / count;
}
