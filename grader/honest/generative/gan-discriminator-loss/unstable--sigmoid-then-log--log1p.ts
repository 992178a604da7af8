const sigmoid = (z: number) => (z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z)));
export function ganDiscriminatorLoss(real: number[], fake: number[]) {
  const m = (xs: number[], f: (x: number) => number) => xs.map(f).reduce((p, q) => p + q, 0) / xs.length;
  return -(m(real, (z) => Math.log(sigmoid(z))) + m(fake, (z) => Math.log1p(-sigmoid(z))));
}
