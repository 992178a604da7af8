export const ganGeneratorLoss = (fake, { saturating = false } = {}) => {
  const d = fake.map((z) => 1 / (1 + Math.exp(-z)));
  return (saturating ? 1 : -1) * d.reduce((s, p) => s + Math.log((saturating ? 1 - p : p) + 1e-8), 0) / d.length;
};
