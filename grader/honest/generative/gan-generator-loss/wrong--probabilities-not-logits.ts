export function ganGeneratorLoss(fake, { saturating = false } = {}) {
  return fake.reduce((s, z) => s + (saturating ? 1 : -1) * (1 / (1 + Math.exp(saturating ? z : -z))), 0) / fake.length;
}
