export const meanSquaredError = (y, t) => { let s = 0, n = 0; for (const i in y) for (const j in y[i]) { s += (y[i][j] - t[i][j]) ** 2; n++; } return s / n; };
