const cost = (z) => Math.max(-z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
export const ganDiscriminatorLoss = (real, fake) => real.reduce((s, z) => s + cost(z), 0) / real.length + fake.reduce((s, z) => s + cost(z), 0) / fake.length;
