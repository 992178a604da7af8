const logSigmoid = (z) => Math.min(z, 0) - Math.log1p(Math.exp(-Math.abs(z)));
export const ganGeneratorLoss = (fake) => fake.map((z) => logSigmoid(-z)).reduce((a, b) => a + b, 0) / fake.length;
