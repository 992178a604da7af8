export const klStandardNormal = (m, lv) => m.reduce((s, r, n) => s + r.reduce((q, mu, k) => q + 0.5 * (mu ** 2 + Math.exp(lv[n][k]) - 1 - lv[n][k]), 0), 0);
