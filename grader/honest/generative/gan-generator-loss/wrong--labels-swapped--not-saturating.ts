const p = (z) => 1 / (1 + Math.exp(-z));
export const ganGeneratorLoss = (fake, { saturating = false } = {}) => {
  const logs = fake.map((z) => Math.log(1 - p(z)));
  const mean = logs.reduce((a, b) => a + b, 0) / fake.length;
  return saturating ? mean : -mean;
};
