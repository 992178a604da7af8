const p = (z) => Math.min(1 - 1e-7, Math.max(1e-7, 1 / (1 + Math.exp(-z))));
const mean = (a) => a.reduce((x, y) => x + y, 0) / a.length;
export const ganDiscriminatorLoss = (real, fake) => -mean(real.map((z) => Math.log(p(z)))) - mean(fake.map((z) => Math.log(1 - p(z))));
