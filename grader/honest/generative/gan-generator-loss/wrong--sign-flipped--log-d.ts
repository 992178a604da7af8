const logSigmoid = (z) => Math.min(z, 0) - Math.log1p(Math.exp(-Math.abs(z)));
export function ganGeneratorLoss(fake, options = {}) {
  const terms = options.saturating ? fake.map((z) => -logSigmoid(-z)) : fake.map((z) => logSigmoid(z));
  return terms.reduce((a, b) => a + b, 0) / terms.length;
}
