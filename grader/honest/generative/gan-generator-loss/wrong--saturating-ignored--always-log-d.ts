export function ganGeneratorLoss(fake, { saturating = false } = {}) {
  return fake.reduce((s, z) => s + Math.max(-z, 0) + Math.log1p(Math.exp(-Math.abs(z))), 0) / fake.length;
}
