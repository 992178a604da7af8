const softplus = (z: number): number => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
const average = (xs: number[]): number => xs.reduce((a, b) => a + b) / xs.length;

export const ganDiscriminatorLoss = (real: number[], fake: number[]): number =>
  average(real.map((z) => softplus(-z))) + average(fake.map((z) => softplus(z)));
