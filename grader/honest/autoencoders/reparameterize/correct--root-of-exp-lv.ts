export const reparameterize = (mean, logVariance, noise) => mean.map((r, n) => r.map((mu, k) => Math.sqrt(Math.exp(logVariance[n][k])) * noise[n][k] + mu));
