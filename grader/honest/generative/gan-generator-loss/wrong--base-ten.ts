const softplus = (z) => (Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)))) / Math.LN10;
export const ganGeneratorLoss = (fake, { saturating = false } = {}) => fake.reduce((s, z) => s + (saturating ? -softplus(z) : softplus(-z)), 0) / fake.length;
