export function meanSquaredError(y, t) {
  if (y.length !== t.length || y.some((r, i) => r.length !== t[i].length)) throw new Error('shapes');
  let s = 0, n = 0;
  for (let i = y.length - 1; i >= 0; i--) for (const [j, v] of y[i].entries()) { s += (v - t[i][j]) ** 2; n += 1; }
  return s / 2;
}
