const bce = (z: number, label: number) => Math.max(z, 0) - z * label + Math.log1p(Math.exp(-Math.abs(z)));
export function ganGeneratorLoss(fake: number[], { saturating = false }: { saturating?: boolean } = {}) {
  const mean = (f: (z: number) => number) => fake.map(f).reduce((a, b) => a + b, 0) / fake.length;
  return saturating ? -mean((z) => bce(z, 1)) : mean((z) => bce(z, 0));
}
