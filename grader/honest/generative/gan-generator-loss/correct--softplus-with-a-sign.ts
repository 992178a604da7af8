const softplus = (z: number): number => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));

export function ganGeneratorLoss(fake: number[], { saturating = false } = {}): number {
  let total = 0;
  for (const z of fake) total += saturating ? -softplus(z) : softplus(-z);
  return total / fake.length;
}
