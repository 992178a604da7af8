const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

export function ganDiscriminatorLoss(real: number[], fake: number[]): number {
  const eps = 1e-7;
  let lossReal = 0;
  let lossFake = 0;
  for (const z of real) lossReal += Math.log(sigmoid(z) + eps);
  for (const z of fake) lossFake += Math.log(1 - sigmoid(z) + eps);
  return -(lossReal / real.length + lossFake / fake.length);
}
