export const reparameterize = (mean, lv, e) => { mean.forEach((r, n) => r.forEach((_, k) => { r[k] += Math.exp(lv[n][k] / 2) * e[n][k]; })); return mean; };
