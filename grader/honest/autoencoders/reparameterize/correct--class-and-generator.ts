class Gaussian { constructor(mu, lv) { this.mu = mu; this.sigma = Math.E ** (0.5 * lv); } at(e) { return this.mu + this.sigma * e; } }
function* zip(...lists) { for (let i = 0; i < lists[0].length; i++) yield lists.map((l) => l[i]); }
export const reparameterize = (...m) => Array.from(zip(...m), (rows) => Array.from(zip(...rows), ([mu, lv, e]) => new Gaussian(mu, lv).at(e)));
