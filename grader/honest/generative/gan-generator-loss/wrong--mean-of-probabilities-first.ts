export function ganGeneratorLoss(fake, { saturating = false } = {}) {
  const p = fake.reduce((s, z) => s + 1 / (1 + Math.exp(-z)), 0) / fake.length;
  return saturating ? Math.log(1 - p) : -Math.log(p);
}
