export const klStandardNormal = (mean, lv) => Math.max(...mean.map((r, n) => r.reduce((s, mu, k) => s + 0.5 * (mu ** 2 + Math.exp(lv[n][k]) - 1 - lv[n][k]), 0)));
