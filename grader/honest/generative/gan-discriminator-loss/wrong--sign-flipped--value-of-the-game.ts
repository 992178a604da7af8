const mean = (a) => a.reduce((x, y) => x + y, 0) / a.length;
const logSig = (z) => Math.min(z, 0) - Math.log1p(Math.exp(-Math.abs(z)));
// V(D, G), which the discriminator maximises
export const ganDiscriminatorLoss = (real, fake) => mean(real.map(logSig)) + mean(fake.map((z) => logSig(-z)));
