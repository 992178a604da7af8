export function ganGeneratorLoss(fake, { saturating = false } = {}) {
  const s = (z) => 1 / (1 + Math.exp(-z));
  const mean = (xs) => xs.reduce((a, b) => a + b, 0) / xs.length;
  return saturating ? mean(fake.map((z) => Math.log(1 - s(z)))) : -mean(fake.map((z) => Math.log(s(z))));
}
