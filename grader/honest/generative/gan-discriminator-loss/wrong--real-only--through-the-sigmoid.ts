export const ganDiscriminatorLoss = (real, fake) => -real.map((z) => Math.log(1 / (1 + Math.exp(-z)))).reduce((a, b) => a + b, 0) / real.length;
