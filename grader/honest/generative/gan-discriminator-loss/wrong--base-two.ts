const mean = (a) => a.reduce((x, y) => x + y, 0) / a.length;
export const ganDiscriminatorLoss = (real, fake) => (mean(real.map((z) => Math.max(-z, 0) + Math.log1p(Math.exp(-Math.abs(z))))) + mean(fake.map((z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)))))) / Math.LN2;
