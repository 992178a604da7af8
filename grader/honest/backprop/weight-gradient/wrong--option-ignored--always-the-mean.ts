export const weightGradient = (d, a) => a[0].map((_, j) => d[0].map((_, i) => d.reduce((s, r, n) => s + r[i] * a[n][j], 0) / d.length));
