const EPS = 1e-15;
export function ganGeneratorLoss(fake, options) {
  const saturating = options?.saturating ?? false;
  let s = 0;
  for (const z of fake) {
    const p = Math.max(EPS, Math.min(1 - EPS, 1 / (1 + Math.exp(-z))));
    s += saturating ? Math.log(1 - p) : -Math.log(p);
  }
  return s / fake.length;
}
