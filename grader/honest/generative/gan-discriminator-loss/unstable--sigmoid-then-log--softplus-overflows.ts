const softplus = (z) => Math.log(1 + Math.exp(z));
export const ganDiscriminatorLoss = (real, fake) => real.reduce((s, z) => s + softplus(-z), 0) / real.length + fake.reduce((s, z) => s + softplus(z), 0) / fake.length;
