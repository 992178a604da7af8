const sp = (z: number) => (z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z)));
export function ganDiscriminatorLoss(fake: number[], real: number[]): number {
  let a = 0, b = 0;
  for (const z of real) a += sp(-z);
  for (const z of fake) b += sp(z);
  return a / real.length + b / fake.length;
}
