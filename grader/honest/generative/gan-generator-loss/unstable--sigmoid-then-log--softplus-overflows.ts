export function ganGeneratorLoss(fake: number[], opts: { saturating?: boolean } = {}): number {
  const total = fake.reduce((sum, z) => sum + (opts.saturating ? -Math.log(1 + Math.exp(z)) : Math.log(1 + Math.exp(-z))), 0);
  return total / fake.length;
}
