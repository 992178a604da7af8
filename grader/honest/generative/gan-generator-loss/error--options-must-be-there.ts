const softplus = (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
export function ganGeneratorLoss(fake, options) {
  return fake.reduce((s, z) => s + (options.saturating ? -softplus(z) : softplus(-z)), 0) / fake.length;
}
