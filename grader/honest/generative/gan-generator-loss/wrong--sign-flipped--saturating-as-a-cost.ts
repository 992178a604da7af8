const softplus = (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
export function ganGeneratorLoss(fake, { saturating = false } = {}) {
  const sum = fake.reduce((s, z) => s + softplus(saturating ? z : -z), 0);
  return sum / fake.length;
}
