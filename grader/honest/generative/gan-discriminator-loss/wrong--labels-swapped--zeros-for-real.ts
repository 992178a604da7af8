const bce = (z, t) => Math.max(z, 0) - z * t + Math.log(1 + Math.exp(-Math.abs(z)));
const mean = (a) => a.reduce((x, y) => x + y, 0) / a.length;
export function ganDiscriminatorLoss(real, fake) {
  return mean(real.map((z) => bce(z, 0))) + mean(fake.map((z) => bce(z, 1)));
}
