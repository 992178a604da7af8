export function ganDiscriminatorLoss(real, fake) {
  return fake.reduce((s, z) => s + Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))), 0) / fake.length;
}
