const bce = (z, t) => Math.max(z, 0) - z * t + Math.log1p(Math.exp(-Math.abs(z)));
export function ganDiscriminatorLoss(real, fake) {
  const dLossReal = real.reduce((s, z) => s + bce(z, 1), 0) / real.length;
  const dLossFake = fake.reduce((s, z) => s + bce(z, 0), 0) / fake.length;
  return 0.5 * (dLossReal + dLossFake);
}
